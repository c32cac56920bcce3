import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../../test/world.ts";

/** Tuesday 24 November 2026, 10:42, and a closing of the whole week that began on Monday. */
let world: World;
let desk: RulesDesk;
let id: string;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW.subtract({ hours: 48 });
  desk = await aRulesDesk(world);
  await desk.rule("POST", "exceptions", week);
  await desk.later(48);
  id = (await desk.rows("exception"))[0].id;
});

const week = { queue: 2, kind: "closed", date: "2026-11-23", lastDate: "2026-11-27", reason: "Εκπαίδευση" };
const change = (more: object) => desk.rule("PATCH", `exceptions/${id}`, { ...week, ...more });
const stored = async () =>
  (await desk.rows("exception")).map(({ starts_at, ends_at, reason }) => [
    ...[starts_at, ends_at].map((at: Date) =>
      Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO("Europe/Athens")
        .toPlainDateTime()
        .toString()
        .slice(5, 16),
    ),
    reason,
  ]);
const free = async (date: string) => (await desk.day(date)).queues[1].free.length;
const fieldsOf = ({ status, body }: Reply) => [
  status,
  ...(body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
];

test("removed, it ends now: what is past stays closed, what is to come opens", async () => {
  const { change: made } = (await desk.rule("DELETE", `exceptions/${id}`, {})).body;
  expect(await stored()).toEqual([["11-23T00:00", "11-24T10:42", "Εκπαίδευση"]]);
  const monday = (await desk.day("2026-11-23")).queues[1];
  expect([monday.free, JSON.stringify(monday)]).toEqual([[], expect.stringContaining("Εκπαίδευση")]);
  expect(await free("2026-11-25")).toBeGreaterThan(0);
  expect((await desk.day()).queues[1].free[0] >= "10:45").toBe(true);
  expect((await desk.takeBack(made)).status).toBe(200);
  expect(await stored()).toEqual([["11-23T00:00", "11-28T00:00", "Εκπαίδευση"]]);
  expect(await free("2026-11-25")).toBe(0);
});

test("removed with its series, it ends now and the others go", async () => {
  await desk.rule("DELETE", `exceptions/${id}`, {});
  const series = {
    queue: 2,
    kind: "closed",
    date: "2026-11-24",
    from: "10:00",
    to: "13:00",
    weeklyUntil: "2026-12-08",
  };
  await desk.rule("POST", "exceptions", { ...series, reason: "Συνάντηση" });
  const running = (await desk.rows("exception")).find(({ series: of }) => of !== null);
  const { change: made } = (await desk.rule("DELETE", `exceptions/${running.id}?series=true`, {})).body;
  expect((await stored()).slice(1)).toEqual([["11-24T10:00", "11-24T10:42", "Συνάντηση"]]);
  expect((await desk.takeBack(made)).status).toBe(200);
  expect(await stored()).toHaveLength(4);
});

test("extra hours that run end now, for whoever is to come in them with a proposal first", async () => {
  await desk.rule("DELETE", `exceptions/${id}`, {});
  await desk.rule("PUT", "queues/2/hours", { from: "2026-11-24", to: "2026-11-24", week: { "2": [] } });
  const extra = { queue: 2, kind: "extra", date: "2026-11-24", from: "10:15", to: "13:00", reason: "Άλλο" };
  await desk.rule("POST", "exceptions", extra);
  await desk.booked("12:00", { queue: 2 });
  const made = (await desk.rows("exception")).find(({ kind }) => kind === "extra");
  const refused = await desk.rule("DELETE", `exceptions/${made.id}`, {});
  expect([refused.body.code, refused.body.proposal.appointments.length]).toEqual(["proposal-needed", 1]);
});

test("one day less, one day more, other words: it is the same one, from its start", async () => {
  const shorter = await change({ lastDate: "2026-11-26" });
  expect(await stored()).toEqual([["11-23T00:00", "11-27T00:00", "Εκπαίδευση"]]);
  expect(await free("2026-11-27")).toBeGreaterThan(0);
  expect((await desk.takeBack(shorter.body.change)).status).toBe(200);
  expect(await stored()).toEqual([["11-23T00:00", "11-28T00:00", "Εκπαίδευση"]]);
  await desk.booked("12:00", { queue: 1, date: "2026-11-30" });
  const visit = await desk.booked("12:00", { queue: 2, date: "2026-11-30" });
  const longer = await change({ lastDate: "2026-11-30", reason: "Σεμινάριο" });
  expect(longer.body.proposal.appointments).toMatchObject([{ appointment: { id: visit.id } }]);
  expect((await change({ lastDate: "2026-11-24", reason: "Σεμινάριο" })).status).toBe(200);
  expect(await stored()).toEqual([["11-23T00:00", "11-25T00:00", "Σεμινάριο"]]);
  expect((await desk.rows("exception"))[0].id).toBe(id);
});

test.each([
  [{ date: "2026-11-24" }, "date exception-begun"],
  [{ date: "2026-11-22" }, "date exception-begun"],
  [{ from: "10:00", to: "14:00" }, "from exception-begun"],
  [{ queue: 1 }, "queue exception-begun"],
  [{ kind: "extra", from: "00:00", to: "24:00" }, "kind exception-begun"],
  [{ lastDate: "2026-11-23" }, "lastDate exception-end-past"],
])("what is past is not changed, and that is said at its field: %j", async (more, said) => {
  expect(fieldsOf(await change(more))).toEqual([422, said]);
  expect(fieldsOf(await desk.rule("POST", `exceptions/${id}/proposals`, { ...week, ...more }))).toEqual([422, said]);
  expect(await stored()).toEqual([["11-23T00:00", "11-28T00:00", "Εκπαίδευση"]]);
});

test("a part of today ends earlier, not before now, and goes on tomorrow", async () => {
  await desk.rule("DELETE", `exceptions/${id}`, {});
  const today = { queue: 2, kind: "closed", date: "2026-11-24", from: "10:00", to: "14:00", reason: "Απουσία" };
  await desk.rule("POST", "exceptions", today);
  const running = (await desk.rows("exception")).find(({ reason }) => reason === "Απουσία");
  const patch = (more: object) => desk.rule("PATCH", `exceptions/${running.id}`, { ...today, ...more });
  expect(fieldsOf(await patch({ to: "10:30" }))).toEqual([422, "to exception-end-past"]);
  expect(fieldsOf(await patch({ from: "11:00" }))).toEqual([422, "from exception-begun"]);
  expect(fieldsOf(await patch({ from: undefined, to: undefined }))).toEqual([422, "date exception-begun"]);
  expect((await patch({ to: "12:00", lastDate: "2026-11-25" })).status).toBe(200);
  expect((await stored()).slice(1)).toEqual([
    ["11-24T10:00", "11-24T12:00", "Απουσία"],
    ["11-25T10:00", "11-25T12:00", "Απουσία"],
  ]);
});
