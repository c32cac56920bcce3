import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aHead } from "../../test/office-head.ts";
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
  await world.owner.query("update queue set employee_id = $2 where office_id = $1 and number = 1", [
    desk.office.id,
    desk.clerk.employeeId,
  ]);
});

const coverage = (query = "from=2026-11-24&weeks=1", who = desk.head) =>
  who.ask("GET", `${desk.office.code}/coverage?${query}`);
const close = (date: string, reason: string) =>
  world.owner.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
     values ($1, $2, null, 'closed', $3::date::timestamp at time zone 'Europe/Athens',
       ($3::date + 1)::timestamp at time zone 'Europe/Athens', $4, now())`,
    [desk.office.id, randomUUID(), date, reason],
  );

test("minutes booked and offered from today on, closed days, and gaps where nobody stands behind a queue", async () => {
  await desk.booked("12:00", { date: "2026-11-25" });
  await desk.booked("12:30", { date: "2026-11-25" });
  await close("2026-11-26", "Απεργία");
  await world.owner.query("insert into queue_substitute (office_id, queue, date, employee_id) values ($1, 2, $2, $3)", [
    desk.office.id,
    "2026-11-25",
    desk.head.employeeId,
  ]);
  const { body } = await coverage();
  expect(body.days).toEqual({ from: "2026-11-24", to: "2026-11-30" });
  expect(body.closed).toEqual([{ date: "2026-11-26", kind: "exception", reason: "Απεργία" }]);
  const [first, second] = body.queues;
  // Seven hours a day, of every day but the closed one.
  expect(first).toMatchObject({ number: 1, booked: 30, offered: 6 * 7 * 60 });
  expect(second).toMatchObject({ number: 2, booked: 0, offered: 6 * 7 * 60 });
  expect(body.gaps.map(({ date }: { date: string }) => date)).toEqual([
    "2026-11-24",
    "2026-11-27",
    "2026-11-28",
    "2026-11-29",
    "2026-11-30",
  ]);
  expect(body.gaps[0]).toMatchObject({ queue: 2, from: "08:00", to: "15:00", why: "no-employee", reason: null });
});

test("the next four weeks are 28 days from today, on a Sunday too; later ones begin when they were asked for", async () => {
  world.now = Temporal.Instant.from("2026-11-29T10:42:00+02:00");
  const head = await aHead(world, desk.office);
  const daysOf = async (query: string) => (await coverage(query, head)).body.days;
  expect(await daysOf("from=2026-11-23")).toEqual({ from: "2026-11-29", to: "2026-12-26" });
  expect(await daysOf("from=2026-11-29")).toEqual({ from: "2026-11-29", to: "2026-12-26" });
  expect(await daysOf("from=2026-11-30")).toEqual({ from: "2026-11-30", to: "2026-12-27" });
  expect(await daysOf("from=2026-11-23&weeks=1")).toEqual({ from: "2026-11-29", to: "2026-12-05" });
  expect(await daysOf("from=2026-11-22&weeks=1")).toBeNull();
});

test("weeks that have passed have nothing to cover", async () => {
  expect((await coverage("from=2026-11-02&weeks=2")).body).toEqual({ days: null, queues: [], closed: [], gaps: [] });
});

test("is the head's own: not a clerk's, not another office's, nobody's who is not signed in", async () => {
  expect(await coverage(undefined, desk.clerk)).toMatchObject({ status: 403, body: { code: "role-required" } });
  expect((await coverage(undefined, await aHead(world, await world.anOffice()))).status).toBe(404);
  const url = `/api/offices/${desk.office.code}/coverage?from=2026-11-24`;
  expect((await world.app.inject({ method: "GET", url })).statusCode).toBe(401);
});

test("what does not fit is refused", async () => {
  for (const query of ["", "from=2026-02-30", "from=2026-11-24&weeks=9", "from=2026-11-24&x=1"])
    expect((await coverage(query)).status, query).toBe(400);
});
