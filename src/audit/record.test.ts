import { afterAll, beforeAll, expect, test } from "vitest";
import { wish } from "../../test/booking-desk.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, type World } from "../../test/world.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aRulesDesk(world);
});
afterAll(() => world.close());

const rows = async () => [await desk.rows("appointment"), await desk.rows("queue"), await desk.rows("audit_entry")];

test("what can't be recorded is neither done nor shown", async () => {
  const { id } = await desk.booked("11:30", { lastName: "Σταυράκης" });
  const before = await rows();
  const [office, page] = [desk.office.code, { headers: { cookie: desk.clerk.cookie } }];
  await world.owner.query("revoke insert on audit_entry from visits_app");
  const asked = [
    await desk.book(wish("12:00")),
    await desk.clerk.ask("PATCH", `${office}/appointments/${id}`, { body: { notes: "άλλο" }, version: 1 }),
    await desk.rule("POST", "queues", { employee: null }),
    await desk.clerk.ask("GET", `${office}/days/2026-11-24`),
    await desk.clerk.ask("GET", `${office}/appointments/${id}`),
  ];
  const printed = await world.app.inject({ url: `/api/offices/${office}/day-sheets/2026-11-24`, ...page });
  await world.owner.query("grant insert on audit_entry to visits_app");
  expect(asked.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500]);
  expect([printed.statusCode, JSON.stringify(asked), printed.body].join()).not.toMatch(/Σταυράκης/i);
  expect(await rows()).toEqual(before);
});
