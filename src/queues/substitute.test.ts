import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import type { QueueOfDay } from "../appointments/contract.ts";

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

test("somebody else serves a queue for a day", async () => {
  await desk.rule("PATCH", "queues/2", { employee: desk.head.employeeId }, 1);
  await desk.rule("POST", "queues/2/substitution", { date: "2026-11-25", employee: desk.clerk.employeeId });
  const serving = async (date: string) => (await desk.day(date)).queues[1].employee;
  const isClerks = async (date: string) => (await desk.day(date)).queues.map((each: QueueOfDay) => each.isMine);
  expect(await serving("2026-11-24")).not.toBe(await serving("2026-11-25"));
  expect([(await isClerks("2026-11-24"))[1], (await isClerks("2026-11-25"))[1]]).toEqual([false, true]);
  await desk.rule("POST", "queues/2/substitution", { date: "2026-11-25", employee: null });
  expect(await serving("2026-11-24")).toBe(await serving("2026-11-25"));
});

test("somebody else serves it from today on, and not on a day that is over", async () => {
  const serves = (date: string) =>
    desk.rule("POST", "queues/2/substitution", { date, employee: desk.clerk.employeeId });
  const past = await serves("2026-11-23");
  expect([past.status, past.body.errors]).toMatchObject([422, [{ field: "date", code: "date-past" }]]);
  expect((await serves("2026-11-24")).status).toBe(200);
  expect((await desk.rows("queue_substitute")).map(({ employee_id }) => employee_id)).toEqual([desk.clerk.employeeId]);
});
