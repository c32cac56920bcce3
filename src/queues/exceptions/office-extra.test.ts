import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aRulesDesk, asProposed, type RulesDesk } from "../../../test/rules-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../../test/world.ts";

/** Extra hours of the whole office (circular §Γ): every queue serves in them that is active then. */
let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aRulesDesk(world, { queues: 3 });
});

const DATE = "2026-11-25";
const evening = { queue: null, kind: "extra", date: DATE, from: "17:00", to: "18:00", reason: "Απόγευμα για το κοινό" };
const evenings = async () =>
  (await desk.day(DATE)).queues.map(({ free }: Reply["body"]) => free.filter((time: string) => time >= "17:00").length);
const said = ({ status, body }: Reply) => [status, body.errors?.[0]?.field, body.errors?.[0]?.code];

test("every active queue offers them, one that is inactive on that date does not", async () => {
  expect(await evenings()).toEqual([0, 0, 0]);
  await desk.rule("POST", "queues/3/deactivation", { from: DATE, to: DATE });
  const made = await desk.rule("POST", "exceptions", evening);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  expect(await evenings()).toEqual([4, 4, 0]);
  expect((await desk.booked("17:15", { date: DATE, queue: 2 })).time).toBe("17:15");
  await desk.rule("POST", "queues/3/activation", { from: DATE, to: DATE });
  expect(await evenings()).toEqual([4, 3, 4]);
});

test("removed, they show whoever was booked in them, in whichever queue", async () => {
  const { change } = (await desk.rule("POST", "exceptions", evening)).body;
  const visits = [
    await desk.booked("17:00", { date: DATE, queue: 1 }),
    await desk.booked("17:30", { date: DATE, queue: 3 }),
  ];
  const [{ id }] = await desk.rows("exception");
  const refused = await desk.rule("DELETE", `exceptions/${id}`, {});
  expect([refused.status, refused.body.code]).toEqual([409, "proposal-needed"]);
  const { proposal } = refused.body;
  expect(proposal.appointments.map((one: Reply["body"]) => one.appointment.id)).toEqual(
    visits.map((visit) => visit.id),
  );
  const decisions = asProposed({ ...refused, body: proposal });
  expect((await desk.rule("DELETE", `exceptions/${id}`, { decisions })).body).toMatchObject({ moved: 2 });
  expect(await evenings()).toEqual([0, 0, 0]);
  expect((await desk.takeBack(change)).body.code).toBe("undo-overtaken");
});

test("they are refused only where they would add nothing to any queue", async () => {
  const nothing = await desk.rule("POST", "exceptions", { ...evening, from: "09:00", to: "15:00" });
  expect(said(nothing)).toEqual([422, "from", "extra-overlaps-hours"]);
  const short = await desk.rule("POST", "exceptions", { ...evening, from: "14:30", to: "15:10" });
  expect(said(short)).toEqual([422, "to", "hours-shorter-than-slot"]);
  const week = { "3": [{ opens: "08:00", closes: "12:00" }] };
  await desk.rule("PUT", "queues/2/hours", { from: DATE, to: DATE, week });
  expect((await desk.rule("POST", "exceptions", { ...evening, from: "12:00", to: "15:00" })).status).toBe(200);
  expect((await desk.day(DATE)).queues.map(({ open }: Reply["body"]) => open)).toEqual([
    [{ from: "08:00", to: "15:00" }],
    [
      { from: "08:00", to: "12:00" },
      { from: "12:00", to: "15:00" },
    ],
    [{ from: "08:00", to: "15:00" }],
  ]);
});

test("a day without weekly hours explains itself by them", async () => {
  const saturday = "2026-11-28";
  await desk.rule("POST", "exceptions", { ...evening, date: saturday, from: "09:00", to: "12:00" });
  const path = `${desk.office.code}/days/${saturday}/explanation?service=signature`;
  const reply = await desk.clerk.ask("GET", path);
  const whys = reply.body.queues.map(({ parts }: Reply["body"]) => parts.map(({ why }: Reply["body"]) => why));
  expect(whys).toEqual([["free"], ["free"], ["free"]]);
});
