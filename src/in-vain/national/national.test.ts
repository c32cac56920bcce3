import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetFigures } from "../../../test/forget-figures.ts";
import { anItem } from "../../../test/items-to-bring.ts";
import { aMinistryPerson, type MinistryPerson } from "../../../test/ministry-person.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await setClock(world, NOW);
  athina = await aMinistryPerson(world);
  await forgetFigures(world.owner, "in-vain");
});

const week = (monday: string, service: string, counts: readonly number[]) =>
  world.owner.query(
    "insert into in_vain_week (monday, service, visits, paper, elsewhere, needless) values ($1, $2, $3, $4, $5, $6)",
    [monday, service, ...counts],
  );
const line = (monday: string, words: string, visits: number) =>
  world.owner.query("insert into in_vain_line (monday, service, line, visits) values ($1, 'signature', $2, $3)", [
    monday,
    words,
    visits,
  ]);

test("by service, the most often in vain first; those of few visits only together, and this week not at all", async () => {
  await week("2026-11-16", "signature", [100, 4, 1, 1]);
  await week("2026-11-09", "signature", [100, 2, 0, 0]);
  await week("2026-11-16", "vehicle", [49, 9, 0, 0]);
  await week("2026-11-23", "signature", [500, 400, 0, 0]);
  await world.owner.query("insert into in_vain_days values ('2026-11-16', 5, 2), ('2026-11-23', 9, 9)");
  const { body } = await athina.rule("GET", "in-vain?weeks=2");
  expect(body).toMatchObject({
    from: "2026-11-09",
    to: "2026-11-22",
    days: { counted: 5, leftOut: 2 },
    services: [{ code: "signature", visits: 200, paper: 6, elsewhere: 1, needless: 1 }],
    others: { services: 1, visits: 49, paper: 9 },
  });
  await week("2026-11-09", "vehicle", [1, 0, 0, 0]);
  const again = (await athina.rule("GET", "in-vain?weeks=2")).body;
  expect(again.services.map(({ code }: { code: string }) => code)).toEqual(["vehicle", "signature"]);
  expect(JSON.stringify(again)).not.toContain("office");
});

test("of one service before and after its lines were changed; the week of the change is in neither", async () => {
  await setClock(world, Temporal.Instant.from("2026-11-04T10:00:00+02:00"));
  const ministry = await aMinistryPerson(world);
  const services = (await ministry.rule("GET", "services")).body.services;
  const { version } = services.find(({ code }: { code: string }) => code === "signature");
  const toBring = [anItem("ταυτότητα"), anItem("το έγγραφο")];
  const changed = await ministry.rule("PATCH", "services/signature", { body: { toBring, minutes: 11 }, version });
  expect(changed.status).toBe(200);
  await setClock(world, NOW);
  athina = await aMinistryPerson(world);
  await week("2026-10-26", "signature", [200, 20, 0, 0]);
  await line("2026-10-26", "ταυτότητα", 5);
  await week("2026-11-02", "signature", [100, 50, 0, 0]);
  await week("2026-11-09", "signature", [200, 6, 0, 0]);
  await line("2026-11-09", "το έγγραφο", 6);
  const { body } = await athina.rule("GET", "in-vain/signature?weeks=8");
  expect(body).toMatchObject({
    isEnough: true,
    toBring: ["ταυτότητα", "το έγγραφο"],
    change: { date: "2026-11-04", before: ["ταυτότητα"], after: ["ταυτότητα", "το έγγραφο"], others: ["minutes"] },
    before: { weeks: 1, visits: 200, rate: 10, notSaid: 15, lines: [{ line: "ταυτότητα", count: 5 }] },
    after: { weeks: 1, visits: 200, rate: 3, notSaid: 0 },
    difference: { less: 7 },
  });
  expect(body.weeks).toHaveLength(3);
  expect(body.difference.from).toBeGreaterThan(0);
  expect((await athina.rule("GET", "in-vain/nothing")).status).toBe(404);
});

test("of fewer than fifty visits nothing is told; only to the ministry, and a range that is too long is refused", async () => {
  await week("2026-11-16", "signature", [49, 9, 0, 0]);
  const { body } = await athina.rule("GET", "in-vain/signature");
  expect(body).toMatchObject({ isEnough: false, weeks: [], after: { visits: 0, rate: null } });
  expect((await athina.rule("GET", "in-vain?weeks=53")).status).toBe(400);
  expect((await athina.rule("GET", "in-vain?office=1")).status).toBe(400);
  const clerk = await world.aClerk(await world.anOffice());
  for (const path of ["in-vain", "in-vain/signature"])
    expect((await clerk.ask("GET", `/api/ministry/${path}`)).status).toBe(403);
});
