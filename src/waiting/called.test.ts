import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aDisplay } from "../../test/display.ts";
import { doctorsFindings } from "../../test/doctor.ts";
import { aWaitingDesk, type WaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";

let world: World;
let desk: WaitingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  const ofLine = (finding: string) => /^(ticket|line|acts)-/.test(finding);
  expect((await doctorsFindings(world.database.ownerUrl, world.now)).filter(ofLine), "the doctor").toEqual([]);
  await world.close();
});
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  await aDisplay(world, desk.office);
});

const later = (minutes: number) => {
  world.now = world.now.add({ minutes });
};
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });
const code = ({ status, body }: Reply) => [status, body.errors?.[0].code ?? body.code];
const line = async () => (await desk.clerk.ask("GET", `${desk.office.code}/days/2026-11-24/tickets`)).body;
const calls = async () =>
  (await line()).calls.map(({ number, counter }: { number: string; counter: number }) => `${number} ${counter}`);

async function anArrived(time = "10:45", more: object = {}) {
  const { id } = await desk.booked(time, more);
  return (await desk.act(id, "arrival")).body;
}

describe("where a screen shows who is called", () => {
  test("«Επόμενος» calls whoever is due first; the service begins once they are here", async () => {
    const { id } = await anArrived();
    const { called, started } = (await desk.next(1)).body;
    expect(started).toBeNull();
    expect(called.appointment).toMatchObject({ id, status: "arrived", counter: null, calledAt: expect.any(String) });
    expect(await calls()).toEqual(["Β101 1"]);
    expect((await desk.act(id, "service-start")).body).toMatchObject({ status: "in-service" });
    expect(await calls(), "begun where it was called: no second call").toEqual(["Β101 1"]);
  });

  test("an act that asked the clock and then waited for the day is dated no earlier than what it found", async () => {
    const [early, since] = [NOW, NOW.add({ seconds: 2 })];
    world.now = since;
    const [{ id }, arrived] = [await desk.number(), await anArrived()];
    for (const visit of [arrived.id, id]) {
      world.now = early;
      const { called } = (await desk.next(1)).body;
      const { id: next, calledAt, version } = called.appointment ?? called.ticket;
      expect([next, Temporal.Instant.from(calledAt)]).toEqual([visit, since]);
      world.now = NOW.add({ seconds: 3 });
      const { started } = (await desk.next(1, { ends: [], starts: { id: visit, version } })).body;
      world.now = since;
      const end = (started.appointment ?? started.ticket).version;
      if (started.ticket) await desk.onTicket(visit, "completion", end);
      else await desk.act(visit, "completion");
    }
    const { rows } = await world.owner.query(
      `select kind, at from appointment_event where appointment_id = $1 and kind <> 'created'
       union all select kind, at from ticket_event where ticket_id = $2 order by at, kind`,
      [arrived.id, id],
    );
    const at = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.at.toISOString());
    expect(at("called")).toEqual(Array(2).fill(since.toString({ fractionalSecondDigits: 3 })));
    expect(at("completed")).toEqual(Array(2).fill(NOW.add({ seconds: 3 }).toString({ fractionalSecondDigits: 3 })));
  });

  test("who was called once may still come: then nobody else is; after the second call they have left", async () => {
    const { id } = await desk.number();
    const other = await desk.number();
    const { ticket } = (await desk.next(1)).body.called;
    expect(ticket.id).toBe(id);
    expect(code(await desk.next(1))).toEqual([409, "called-may-come"]);
    expect(code(await desk.onTicket(id, "call", ticket.version, { queue: 1 }))).toEqual([409, "recall-early"]);
    later(3);
    const again = (await desk.onTicket(id, "call", ticket.version, { queue: 1 })).body;
    expect(await calls()).toEqual(["Α001 1", "Α001 1"]);
    expect(code(await desk.next(1)), "the clerk has to have seen it").toEqual([409, "next-stale"]);
    const next = (await desk.next(1, { ends: [], leaves: [seen(again)] })).body;
    expect(next.left[0].ticket).toMatchObject({ id, status: "left" });
    expect(next.called.ticket).toMatchObject({ id: other.id, status: "arrived", queue: 1 });

    await desk.undoNext(next.id);
    expect(await calls()).toEqual(["Α001 1", "Α001 1"]);
    expect((await desk.tickets()).map(({ status, queue }: Reply["body"]) => [status, queue])).toEqual([
      ["arrived", 1],
      ["arrived", null],
    ]);
  });

  test("the minutes until a second call are the head's", async () => {
    await world.owner.query("update office set recall_minutes = 1 where id = $1", [desk.office.id]);
    await desk.number();
    const { ticket } = (await desk.next(1)).body.called;
    later(1);
    expect((await desk.onTicket(ticket.id, "call", ticket.version, { queue: 1 })).status).toBe(200);
  });

  test("whom one counter has called no other one calls or serves, but who belongs to nobody's counter goes to any", async () => {
    const { id } = await anArrived("10:45", { queue: 2 });
    const { called } = (await desk.next(1)).body;
    expect(called.appointment).toMatchObject({ id, queue: 2, counter: 1 });
    expect(code(await desk.next(2))).toEqual([409, "nobody-waits"]);
    const number = await desk.number();
    const body = (await desk.next(2)).body;
    expect(body.called.ticket.id).toBe(number.id);
    await desk.act(id, "service-start");
    const day = await line();
    expect(day.calls.map(({ number: text }: { number: string }) => text).toSorted()).toEqual(["Α001", "Β101"]);
    const busy = await anArrived("11:00", { lastName: "Δεύτερη" });
    const stale = await desk.next(1, { ends: [], starts: seen(busy) });
    expect(code(stale), "somebody of queue 2 is served at counter 1").toEqual([409, "next-stale"]);
  });

  test.each(["call", "start", "next"])("before others only with a reason, which the audit keeps: %s", async (way) => {
    await desk.number();
    later(20);
    const { id, version } = await anArrived("11:15");
    const taking = (reason?: string) => {
      const more = reason === undefined ? {} : { reason };
      if (way === "next") return desk.next(1, { ends: [], starts: { id, version }, ...more });
      const act = way === "call" ? "call" : "service-start";
      return desk.clerk.ask("POST", `${desk.office.code}/appointments/${id}/${act}`, { version, body: more });
    };
    expect(code(await taking())).toEqual([422, "turn-reason-missing"]);
    expect((await taking("need")).status).toBe(200);
    const { rows } = await world.owner.query(
      "select details from audit_entry where office_id = $1 and act = 'served-out-of-turn'",
      [desk.office.id],
    );
    expect(rows).toEqual([{ details: { reason: "need", passed: 1, queue: 1 } }]);
  });

  test("whom another counter has called is called here only with a reason", async () => {
    await desk.number();
    const { ticket } = (await desk.next(1)).body.called;
    const call = (more: object) => desk.onTicket(ticket.id, "call", ticket.version, { queue: 2, ...more });
    expect(code(await call({}))).toEqual([422, "turn-reason-missing"]);
    expect((await call({ reason: "only-here" })).body).toMatchObject({ queue: 2 });
    expect(code(await desk.next(1))).toEqual([409, "nobody-waits"]);
  });

  test("the next two of one number: one is called, the other press is told so", async () => {
    await desk.number();
    const pressed = await Promise.all([1, 2].map((queue) => desk.next(queue)));
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await calls()).toHaveLength(1);
  });

  test("one press, sent twice, calls once", async () => {
    await desk.number();
    const key = randomUUID();
    const bodies = await Promise.all([1, 2, 3].map(() => desk.next(1, { ends: [] }, key)));
    expect(new Set(bodies.filter(({ status }) => status === 200).map(({ body }) => body.id)).size).toBe(1);
    expect(await calls()).toHaveLength(1);
  });
});

describe("numbers", () => {
  test("who has come with an appointment has one of their own letter, the same when they come again", async () => {
    const first = await anArrived();
    const second = await anArrived("11:00");
    const numbers = async () => Object.fromEntries((await line()).numbers.map(Object.values));
    expect(await numbers()).toEqual({ [first.id]: "Β101", [second.id]: "Β102" });
    await desk.act(first.id, "undo", { version: 2 });
    await anArrived("11:30");
    await desk.act(first.id, "arrival");
    expect(await numbers()).toMatchObject({ [first.id]: "Β101" });
    expect(Object.values(await numbers())).toEqual(["Β101", "Β102", "Β103"]);
  });

  test("twenty at once get twenty numbers", async () => {
    const times = ["10:45", "11:00", "11:15", "11:30", "11:45", "12:00", "12:15", "12:30"];
    const booked = await Promise.all(times.flatMap((time) => [1, 2].map((queue) => desk.booked(time, { queue }))));
    const came = await Promise.all(booked.map(({ id }) => desk.act(id, "arrival")));
    expect(came.map(({ status }) => status)).toEqual(booked.map(() => 200));
    const given = (await line()).numbers.map(({ number }: { number: string }) => number);
    expect(given).toEqual(booked.map((_, index) => `Β${101 + index}`));
  });

  test("priority by law is noted of who waits, moves the due time, and is taken back", async () => {
    const first = await desk.number();
    later(1);
    const second = await desk.number();
    const noted = (await desk.onTicket(second.id, "priority", 1)).body;
    expect(noted).toMatchObject({ statutory: true, version: 2 });
    expect((await desk.next(1)).body.called.ticket.id).toBe(second.id);
    const given = (await desk.issue({ statutory: true })).body;
    expect(given.statutory).toBe(true);
    expect((await desk.onTicket(given.id, "undo", 1)).body.status).toBe("withdrawn");
    expect((await desk.next(2)).body.called.ticket.id).toBe(first.id);
  });
});
