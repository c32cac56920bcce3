import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { readHandle } from "../../platform/database/sql.ts";
import type { Check } from "./check.ts";
import { CHECKS } from "./checks.ts";

/** An appointment is judged by what held when it took its place; what was changed since is not its fault. */

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
afterEach(() => world.owner.query("delete from closure"));

const DATE = "2026-11-26";
const found = async (name: Check["name"]) => {
  const check = CHECKS.find((candidate) => candidate.name === name) as Check;
  const findings = await check.find(readHandle(world.owner), world.now);
  return findings.map(({ finding }) => finding).filter((finding) => finding.startsWith(desk.office.code));
};
const isOff = (minutes: number, id: string) =>
  world.owner.query(
    `update appointment set starts_at = starts_at + make_interval(mins => $1), ends_at = ends_at + make_interval(mins => $1)
     where id = $2`,
    [minutes, id],
  );
/** On the day itself, two days later. */
const arriveAndUndo = async (id: string, version: number) => {
  await desk.later(48);
  expect((await desk.act(id, "arrival", { version })).status).toBe(200);
  expect((await desk.act(id, "undo", { version: version + 1 })).status).toBe(200);
  await desk.later(-48);
};

test("a queue's slots have become longer, and shorter again when that was taken back", async () => {
  const visit = await desk.booked("12:15", { queue: 2, date: DATE });
  await desk.later(1);
  const { change } = (await desk.rule("PATCH", "queues/2", { slotMinutes: 20 }, 1)).body;
  expect(await found("off-grid")).toEqual([]);
  await desk.later(1);
  await arriveAndUndo(visit.id, 1);
  expect(await found("off-grid"), "arrived, and not").toEqual([]);
  const longer = await desk.booked("13:20", { queue: 2, date: DATE });
  expect(await found("off-grid")).toEqual([]);
  await isOff(5, longer.id);
  expect(await found("off-grid"), "planted").toHaveLength(1);
  await isOff(-5, longer.id);
  await desk.later(1);
  await desk.takeBack(change);
  expect(await found("off-grid"), "taken back").toEqual([]);
});

test("a queue's hours begin at another minute; of another queue it is seen as before", async () => {
  await desk.booked("12:15", { queue: 2, date: DATE });
  const other = await desk.booked("12:15", { queue: 1, date: DATE });
  await desk.later(1);
  const week = { "4": [{ opens: "08:05", closes: "15:05" }] };
  await desk.rule("PUT", "queues/2/hours", { from: "2026-11-25", to: null, week });
  expect(await found("off-grid")).toEqual([]);
  await isOff(5, other.id);
  expect(await found("off-grid"), "planted").toHaveLength(1);
});

test("weekly hours were laid over extra ones, which begin behind them then", async () => {
  const extra = { queue: 2, kind: "extra", date: DATE, reason: "Άλλο" };
  await desk.rule("POST", "exceptions", { ...extra, from: "15:05", to: "18:00" });
  await desk.rule("POST", "exceptions", { ...extra, from: "17:00", to: "19:00" });
  const early = await desk.booked("15:05", { queue: 2, date: DATE });
  await desk.later(1);
  const week = { "4": [{ opens: "08:00", closes: "16:00" }] };
  const longer = await desk.rule("PUT", "queues/2/hours", { from: DATE, to: DATE, week });
  expect([longer.status, early.time]).toEqual([200, "15:05"]);
  await desk.later(1);
  const later = await desk.booked("16:00", { queue: 2, date: DATE });
  await desk.booked("18:30", { queue: 2, date: DATE });
  expect(await found("off-grid")).toEqual([]);
  await isOff(5, later.id);
  expect(await found("off-grid"), "planted").toHaveLength(1);
});

test("extra hours of the whole office begin a grid in each queue, and what was there before them is not judged", async () => {
  const week = { "4": [{ opens: "08:00", closes: "12:00" }] };
  await desk.rule("PUT", "queues/2/hours", { from: DATE, to: DATE, week });
  await desk.rule("POST", "exceptions", {
    queue: 2,
    kind: "extra",
    date: DATE,
    from: "15:05",
    to: "16:05",
    reason: "Άλλο",
  });
  const early = await desk.booked("15:20", { queue: 2, date: DATE });
  await desk.later(1);
  const [own] = await desk.rows("exception");
  const all = { queue: null, kind: "extra", date: DATE, from: "15:00", to: "18:00", reason: "Άλλο" };
  expect((await desk.rule("POST", "exceptions", all)).status).toBe(200);
  const removal = await desk.rule("DELETE", `exceptions/${own.id}`, {});
  expect(removal.status, JSON.stringify(removal.body)).toBe(200);
  expect([await found("off-grid"), await found("outside-hours")]).toEqual([[], []]);
  await desk.later(1);
  const visits = [await desk.booked("17:30", { queue: 2, date: DATE }), await desk.booked("17:30", { date: DATE })];
  expect([early.time, await found("off-grid"), await found("outside-hours")]).toEqual(["15:20", [], []]);
  await isOff(5, visits[0]?.id);
  expect(await found("off-grid"), "planted").toHaveLength(1);
});

test("who stood there before the nation closed has arrived, or was settled and is back on the work list", async () => {
  const visit = await desk.booked("12:15", { date: DATE });
  await desk.later(1);
  await world.owner.query(
    "insert into closure (id, starts_at, ends_at, reason, created_at) values (gen_random_uuid(), $1, $2, 'Απεργία', $3)",
    ["2026-11-26T00:00:00+02:00", "2026-11-27T00:00:00+02:00", world.now.toString()],
  );
  await desk.later(1);
  await arriveAndUndo(visit.id, 1);
  expect(await found("inside-closure")).toEqual([]);
  const to = { date: "2026-11-27", time: "12:15", queue: 1 };
  const settled = await desk.rule("POST", "work-list", { decisions: [{ act: "move", id: visit.id, version: 3, to }] });
  await desk.later(1);
  expect((await desk.takeBack(settled.body.change)).status).toBe(200);
  expect(await found("inside-closure")).toEqual([]);
});
