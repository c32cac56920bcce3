import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openToCitizens } from "../../test/public-booking.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { setClock } from "../../test/set-clock.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

/** Whom any ruling moves hours before the visit, and who has a telephone, is called beside the e-mail. */

let world: World;
let desk: RulesDesk;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  await setClock(world, NOW);
  desk = await aRulesDesk(world);
});

const DAY = "2026-11-25";
/** By the time of their visits in queue 2 */
const PEOPLE = {
  "12:00": { email: "both@example.gr", phone: "6944123456" },
  "12:15": { phone: "6944123457" },
  "12:30": { email: "email@example.gr" },
  "12:45": {},
} as const;
type Time = keyof typeof PEOPLE;
const TIMES = Object.keys(PEOPLE) as Time[];

interface RulingOfQueue {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: object;
}

const closing = { queue: 2, kind: "closed", date: DAY, from: "11:45", to: "13:00", reason: "Απουσία" };
const post = (path: string, body: object = {}): RulingOfQueue => ({ method: "POST", path, body });
const exceptionId = async (): Promise<string> => (await desk.rows("exception"))[0].id;

/** What leaves nobody in queue 2 on that day, each made ready first where it needs to be. */
const RULINGS: Readonly<Record<string, () => Promise<RulingOfQueue>>> = {
  "a colleague is absent": async () => post("exceptions", closing),
  "the whole office closes": async () => post("exceptions", { ...closing, queue: null }),
  "an exception is lengthened": async () => {
    await desk.rule("POST", "exceptions", { ...closing, from: "13:00", to: "14:00" });
    return { method: "PATCH", path: `exceptions/${await exceptionId()}`, body: { ...closing, to: "14:00" } };
  },
  "extra hours are taken out": async () => {
    await world.owner.query("delete from queue_hours where office_id = $1 and queue = 2", [desk.office.id]);
    await desk.rule("POST", "exceptions", { ...closing, kind: "extra" });
    return { method: "DELETE", path: `exceptions/${await exceptionId()}`, body: {} };
  },
  "the hours change": async () => ({
    method: "PUT",
    path: "queues/2/hours",
    body: { from: DAY, to: null, week: { "3": [{ opens: "08:00", closes: "11:00" }] } },
  }),
  "a queue is closed": async () => post("queues/2/deactivation"),
  "a queue is closed for days": async () => post("queues/2/deactivation", { from: DAY, to: DAY }),
  "a queue is put away": async () => post("queues/2/archival"),
  "a queue is hidden": async () => {
    for (const queue of [1, 2]) await desk.rule("POST", `queues/${queue}/publication`);
    await world.owner.query("update appointment set channel = 'online' where office_id = $1", [desk.office.id]);
    return post("queues/2/hiding");
  },
  "the ministry closes": async () => {
    await world.owner.query("update office set region = $2 where id = $1", [desk.office.id, desk.office.code]);
    await world.owner.query(
      `insert into closure (id, region, starts_at, ends_at, reason, created_at)
       values (gen_random_uuid(), $1, '2026-11-25T08:00+02:00', '2026-11-25T20:00+02:00', 'Σεισμός', $2)`,
      [desk.office.code, world.now.toString()],
    );
    return post("work-list");
  },
};

/** Each of them goes to the day after, at the same hour. */
async function allMoved({ method, path, body }: RulingOfQueue): Promise<Reply> {
  const preview = await previewOf({ method, path, body });
  const decisions = preview.appointments.map(({ appointment: { id, version, time } }: Reply["body"]) => ({
    act: "move",
    id,
    version,
    to: { date: "2026-11-26", time, queue: 1 },
  }));
  expect(decisions).toHaveLength(TIMES.length);
  return desk.rule(method, path, { ...body, decisions });
}

async function previewOf({ method, path, body }: RulingOfQueue): Promise<Reply["body"]> {
  if (path === "work-list") return (await desk.rule("GET", path)).body;
  if (method === "DELETE") return (await desk.rule(method, path, body)).body.proposal;
  return (await desk.rule("POST", `${path}/proposals`, body)).body;
}

const booked = async () => {
  for (const time of TIMES) await desk.booked(time, { date: DAY, queue: 2, ...PEOPLE[time] });
};
const list = async () => (await desk.rule("GET", `call-lists/${DAY}`)).body.calls;
/** To whom it is written, and who is called, by the time that they know */
const words = async () => {
  const mails = (await desk.rows("mail")).filter(({ kind, state }) => kind === "moved" && state === "planned");
  return {
    mails: mails.map(({ address }) => address).toSorted(),
    calls: (await list()).map(({ was }: Reply["body"]) => was.time),
  };
};
const WRITTEN_TO = ["both@example.gr", "email@example.gr"];

const NEAR = ["2026-11-25T11:40:00+02:00", "2026-11-25T00:46:00+02:00"];
const FAR = "2026-11-24T23:59:00+02:00";

describe.each(Object.entries(RULINGS))("%s", (_, ready) => {
  test.each(NEAR)("at %s: whoever has a telephone is called, nearest first, beside the e-mail", async (now) => {
    await booked();
    const ruling = await ready();
    await setClock(world, Temporal.Instant.from(now));
    const made = await allMoved(ruling);
    expect(made.body).toMatchObject({ moved: 4, emails: 2, calls: 2, withoutPhone: 1 });
    expect(await words()).toEqual({ mails: WRITTEN_TO, calls: ["12:00", "12:15", "12:45"] });
    expect((await list()).map(({ isUrgent }: Reply["body"]) => isUrgent)).toEqual([true, true, true]);
    expect((await desk.rule("GET", "call-lists")).body.days).toEqual([{ date: DAY, count: 2, withoutPhone: 1 }]);
  });

  test("twelve hours before it: by e-mail, where there is one", async () => {
    await booked();
    const ruling = await ready();
    await setClock(world, Temporal.Instant.from(FAR));
    const made = await allMoved(ruling);
    expect(made.body).toMatchObject({ moved: 4, emails: 2, calls: 1, withoutPhone: 1 });
    expect(await words()).toEqual({ mails: WRITTEN_TO, calls: ["12:15", "12:45"] });
    expect((await list()).map(({ isUrgent }: Reply["body"]) => isUrgent)).toEqual([false, false]);
  });
});

test("what the preview says of each is what is done, and nobody is proposed an earlier time that day", async () => {
  await booked();
  await setClock(world, Temporal.Instant.from("2026-11-25T11:10:00+02:00"));
  // Nothing is free after noon, a quarter before it is.
  const ruling = post("exceptions", { ...closing, queue: null, from: "12:00", to: "20:00" });
  const preview = await previewOf(ruling);
  expect(preview).toMatchObject({ urgentUntil: "2026-11-25T23:10", emails: 2, calls: 2 });
  expect(preview.appointments.map(({ place, notice }: Reply["body"]) => [place?.date, notice])).toEqual([
    ["2026-11-26", "email-and-call"],
    ["2026-11-26", "call"],
    ["2026-11-26", "email"],
    ["2026-11-26", "impossible"],
  ]);
  expect(preview.appointments[0].choices).toContainEqual({ date: DAY, time: "11:45", queue: 2 });
});

test("an earlier time that is near makes a far visit urgent, where its head chooses it", async () => {
  const { id } = await desk.booked("12:00", { date: DAY, queue: 2, ...PEOPLE["12:00"] });
  await setClock(world, Temporal.Instant.from("2026-11-24T23:50:00+02:00"));
  const move = { act: "move", id, version: 1, to: { date: DAY, time: "11:30", queue: 2 } };
  const made = await desk.rule("POST", "exceptions", { ...closing, decisions: [move] });
  expect(made.body).toMatchObject({ emails: 1, calls: 1 });
});

test("at the same time in another queue nobody is told anything, however near it is", async () => {
  await desk.booked("12:00", { queue: 2, ...PEOPLE["12:00"] });
  const made = await desk.ruled("exceptions", { ...closing, date: "2026-11-24" });
  expect(made).toMatchObject({ moved: 1, emails: 0, calls: 0, withoutPhone: 0 });
});

describe("a clerk who moves it by hand", () => {
  const moved = async (visit: Reply["body"], time: string, more: object = {}) =>
    (await desk.move(visit.id, { date: DAY, time, queue: 2, ...more }, visit.version)).body;
  const both = () => desk.booked("12:00", { date: DAY, queue: 2, ...PEOPLE["12:00"] });

  test("tells the citizen, or leaves that to the call list, from what the citizen knows", async () => {
    const once = await moved(await both(), "13:00");
    expect((await words()).calls).toEqual([]);
    const twice = await moved(once, "14:00", { callLater: true });
    expect((await words()).calls).toEqual(["13:00"]);
    const again = await moved(twice, "14:15", { callLater: true });
    expect((await words()).calls).toEqual(["13:00"]);
    const back = await moved(again, "13:00", { callLater: true });
    expect((await words()).calls).toEqual([]);
    const last = await moved(back, "13:30", { callLater: true });
    await world.owner.query("update mail set state = 'sent', told = '{}' where office_id = $1", [desk.office.id]);
    await moved(last, "13:00", { callLater: true });
    expect((await words()).calls).toEqual(["13:30"]);
    expect((await desk.rows("mail")).map(({ kind }) => kind)).toContain("changed");
  });

  test("of a move that is refused or asked for twice nobody is called, or once", async () => {
    const visit = await both();
    await desk.booked("13:00", { date: DAY, queue: 2 });
    const body = { date: DAY, time: "13:00", queue: 2, callLater: true };
    expect((await desk.move(visit.id, body, 1)).status).toBe(409);
    expect((await desk.move(visit.id, { ...body, time: "13:30" }, 7)).status).toBe(412);
    expect(await desk.rows("call")).toEqual([]);
    for (const _ of [1, 2])
      expect((await desk.move(visit.id, { ...body, time: "13:30" }, 1, "a-key")).status).toBe(200);
    expect(await desk.rows("call")).toMatchObject([{ version: 1, before: { time: "12:00" } }]);
  });

  test("what is taken back needs no call", async () => {
    const visit = await both();
    await moved(visit, "13:00", { callLater: true });
    expect((await desk.act(visit.id, "undo", { version: 2 })).status).toBe(200);
    expect((await words()).calls).toEqual([]);
  });
});
