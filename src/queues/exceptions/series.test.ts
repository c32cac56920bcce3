import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, asProposed, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../../test/world.ts";

/** Ten Wednesdays, 12:00–13:00. */
let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world);
  await desk.rule("POST", "exceptions", { ...meeting, weeklyUntil: "2027-01-27" });
});

const meeting = { queue: 2, kind: "closed", date: "2026-11-25", from: "12:00", to: "13:00", reason: "Συνάντηση" };
const exceptions = async (): Promise<Reply["body"][]> =>
  (await desk.head.ask("GET", `${desk.office.code}/exceptions`)).body.exceptions;
const times = async () =>
  (await exceptions()).map(({ from, to, reason }) => `${from.slice(5, 16)}–${to.slice(11, 16)} ${reason}`);
const change = async (index: number, more: object, query = "") => {
  const { id, from } = (await exceptions())[index];
  const body = { ...meeting, date: from.slice(0, 10), ...more };
  return desk.rule("PATCH", `exceptions/${id}${query}`, body);
};
const FOLLOWING = "?following=true";

test("one that was changed stays in its series, and goes with it", async () => {
  expect((await change(2, { to: "14:00" })).status).toBe(200);
  const all = await exceptions();
  expect(all).toHaveLength(10);
  expect(new Set(all.map(({ series }) => series)).size).toBe(1);
  expect((await times()).slice(1, 4).map((time) => time.slice(0, 17))).toEqual([
    "12-02T12:00–13:00",
    "12-09T12:00–14:00",
    "12-16T12:00–13:00",
  ]);
  const removed = await desk.rule("DELETE", `exceptions/${all[5].id}?series=true`, {});
  expect(await exceptions()).toEqual([]);
  await desk.takeBack(removed.body.change);
  expect(await exceptions()).toHaveLength(10);
});

test("from one on they change together, a day later each, and are taken back at once", async () => {
  const before = await times();
  const made = await change(7, { date: "2027-01-14", from: "09:00", to: "09:30", reason: "Εκπαίδευση" }, FOLLOWING);
  expect((await times()).slice(6)).toEqual([
    "01-06T12:00–13:00 Συνάντηση",
    "01-14T09:00–09:30 Εκπαίδευση",
    "01-21T09:00–09:30 Εκπαίδευση",
    "01-28T09:00–09:30 Εκπαίδευση",
  ]);
  expect(new Set((await exceptions()).map(({ series }) => series)).size).toBe(1);
  expect((await desk.takeBack(made.body.change)).status).toBe(200);
  expect(await times()).toEqual(before);
});

test("whom any of them concerns is proposed a place, all in one", async () => {
  await desk.rule("DELETE", `exceptions/${(await exceptions())[0].id}`, {});
  for (const date of ["2026-12-02", "2026-12-16"]) await desk.booked("14:00", { queue: 2, date });
  const { id } = (await exceptions())[1];
  const wish = { ...meeting, date: "2026-12-09", to: "15:00" };
  const preview = await desk.rule("POST", `exceptions/${id}/proposals${FOLLOWING}`, wish);
  expect(preview.body.appointments.map((one: Reply["body"]) => one.appointment.date)).toEqual(["2026-12-16"]);
  expect((await desk.rule("POST", `exceptions/${id}/proposals`, wish)).body.appointments).toEqual([]);
  const made = await desk.rule("PATCH", `exceptions/${id}${FOLLOWING}`, { ...wish, decisions: asProposed(preview) });
  expect(made.body).toMatchObject({ moved: 1 });
});

test("one that is of no series goes and changes alone, whatever is asked of its series", async () => {
  const single = (reason: string, date: string) => ({ ...meeting, date, from: "09:00", to: "09:30", reason });
  for (const day of ["26", "27", "30"]) await desk.rule("POST", "exceptions", single(day, `2026-11-${day}`));
  const singles = async () => (await times()).filter((time) => time.includes("T09:00"));
  const pathOf = async (wanted: string) =>
    `exceptions/${(await exceptions()).find(({ reason }) => reason === wanted).id}`;
  await desk.rule("PATCH", `${await pathOf("26")}${FOLLOWING}`, single("26", "2026-12-01"));
  expect(await singles()).toEqual(["11-27T09:00–09:30 27", "11-30T09:00–09:30 30", "12-01T09:00–09:30 26"]);
  await desk.rule("DELETE", `${await pathOf("27")}?series=true`, {});
  expect(await singles()).toEqual(["11-30T09:00–09:30 30", "12-01T09:00–09:30 26"]);
  expect(await exceptions()).toHaveLength(12);
});

test("no two of a series fall on each other, and none is left out by a slip", async () => {
  const wrong = (reply: Reply) => [reply.status, reply.body.errors?.[0]?.field, reply.body.errors?.[0]?.code];
  const meets = (field: string) => [422, field, "exception-meets-series"];
  const days = { from: undefined, to: undefined, lastDate: "2026-12-09" };
  expect(wrong(await change(1, days, FOLLOWING))).toEqual(meets("lastDate"));
  expect(wrong(await change(1, { weeklyUntil: "2026-12-02" }, FOLLOWING))).toEqual(meets("weeklyUntil"));
  expect((await change(1, days)).status).toBe(200);
  expect(await exceptions()).toHaveLength(10);
});

test("whichever is changed, its series keeps its length and rhythm, and undo restores it", async () => {
  const before = await desk.rows("exception");
  await fc.assert(
    fc.asyncProperty(fc.nat(9), fc.nat(6), fc.boolean(), async (index, shift, withFollowing) => {
      const date = Temporal.PlainDate.from(meeting.date).add({ weeks: index, days: shift }).toString();
      const old = await exceptions();
      const made = await change(index, { date, to: "13:30" }, withFollowing ? FOLLOWING : "");
      const all = await exceptions();
      expect(all).toHaveLength(10);
      const expected = old.map(({ from }, at) => {
        const isChanged = at === index || (withFollowing && at > index);
        return Temporal.PlainDate.from(from.slice(0, 10))
          .add({ days: isChanged ? shift : 0 })
          .toString();
      });
      expect(all.map(({ from }) => from.slice(0, 10))).toEqual(expected);
      expect((await desk.takeBack(made.body.change)).status).toBe(200);
      expect(new Set((await desk.rows("exception")).map(withoutVersion))).toEqual(new Set(before.map(withoutVersion)));
    }),
    { numRuns: 12 },
  );
});

const withoutVersion = ({ version: _, ...row }: Reply["body"]): object => row;
