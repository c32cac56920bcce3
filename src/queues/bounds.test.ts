import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
});

const inactive = (valid: string) =>
  world.owner.query("insert into queue_activity values ($1, 2, $2, false)", [desk.office.id, valid]);

test("a slot may be exactly as long as the shortest hours", async () => {
  await world.owner.query(
    "update queue_hours set closes_minute = opens_minute + 20 where office_id = $1 and queue = 2 and weekday = 3",
    [desk.office.id],
  );
  const slotOf = (slotMinutes: number) => desk.rule("PATCH", "queues/2", { slotMinutes }, 1);
  expect((await slotOf(21)).body.errors).toMatchObject([{ code: "slot-longer-than-hours" }]);
  expect((await slotOf(20)).status).toBe(200);
});

test("an office may have ninety-nine queues", async () => {
  await world.owner.query(
    "insert into queue (office_id, number, name, slot_minutes) select $1, n, 'Ουρά ' || n, 15 from generate_series(3, 98) as n",
    [desk.office.id],
  );
  expect((await desk.rule("POST", "queues", { name: "Τελευταία" })).status).toBe(200);
  expect((await desk.rule("POST", "queues", { name: "Μία ακόμη" })).body.code).toBe("queues-full");
});

test("dates until yesterday on which it was inactive are not shown, and do not keep a queue from being the default", async () => {
  await inactive("[2026-11-20,2026-11-24)");
  const shown = async () => (await desk.head.ask("GET", `${desk.office.code}/queues`)).body.queues[1].activity;
  expect(await shown()).toEqual([]);
  expect((await desk.rule("POST", "queues/2/default")).status).toBe(200);
});

test("dates that end today on which it is inactive do", async () => {
  await inactive("[2026-11-20,2026-11-25)");
  expect((await desk.rule("POST", "queues/2/default")).body.code).toBe("default-must-be-active");
});
