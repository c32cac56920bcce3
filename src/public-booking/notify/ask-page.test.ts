import { afterAll, beforeAll, expect, test } from "vitest";
import { aVisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("what is free already stands first; what was wrong is said, and what was typed stays", async () => {
  const { office, citizen } = await aVisitDesk(world);
  const page = await citizen.see(`/book/offices/${office.code}/notify?service=signature`);
  expect(page.text).toMatch(/Ελεύθερα ήδη τώρα.*Ποιες ημέρες μπορείτε;.*μένουν για το πρωί/);
  expect(page.html).toContain(`/book/offices/${office.code}/hold`);
  const faulty = await citizen.send(`/book/offices/${office.code}/notify`, {
    service: "signature",
    d1: "1",
    morning: "1",
    [`o${office.code}`]: "1",
    email: "fani@",
    first: "2026-12-20",
    last: "2026-12-01",
  });
  expect(faulty.status).toBe(422);
  for (const typed of ["fani@", "2026-12-20", "2026-12-01"]) expect(faulty.html).toContain(`value="${typed}"`);
  const { rows } = await world.owner.query("select from earlier_wish where office_id = $1", [office.id]);
  expect(rows).toEqual([]);
});
