import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setClock } from "../../test/set-clock.ts";
import { waits } from "../../test/waiting.ts";
import { aWaitingDesk, type WaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../test/world.ts";
import { lockDays } from "../appointments/place/locks.ts";

let world: World;
let desk: WaitingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
});

const later = (minutes: number) => {
  world.now = world.now.add({ minutes });
};
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });
const statusOf = async (id: string) =>
  (await desk.day()).appointments.find((one: { id: string }) => one.id === id)?.status;

/** Booked for 10:45 in queue 1, and here. */
async function anArrived(time = "10:45", more: object = {}) {
  const { id } = await desk.booked(time, more);
  return (await desk.act(id, "arrival")).body;
}

describe("«Επόμενος»", () => {
  test("ends what is served in the queue, serves whoever is due first, and is taken back as one", async () => {
    const first = await anArrived();
    const second = await anArrived("11:00", { lastName: "Δεύτερη" });
    const number = await desk.number();
    const one = await desk.next(1);
    expect(one.body).toMatchObject({ ended: [], started: { appointment: { id: first.id, status: "in-service" } } });
    later(7);
    const two = await desk.next(1, { ends: [seen(one.body.started.appointment)] });
    expect(two.body.ended[0].appointment).toMatchObject({ id: first.id, status: "served" });
    expect(two.body.started.ticket, "10:42 + 15′ is before 11:00").toMatchObject({ id: number.id, queue: 1 });
    expect(await statusOf(second.id)).toBe("arrived");

    expect((await desk.undoNext(two.body.id)).body).toEqual({ id: two.body.id });
    expect(await statusOf(first.id)).toBe("in-service");
    expect((await desk.tickets())[0]).toMatchObject({ status: "arrived", queue: null, statusAt: number.statusAt });
    expect((await desk.undoNext(two.body.id)).status, "asked again").toBe(200);
    expect(await statusOf(first.id)).toBe("in-service");
  });

  test("with nobody waiting ends the visit alone, and with nothing at all says so", async () => {
    const { id } = await anArrived();
    const { started } = (await desk.next(1)).body;
    const last = await desk.next(1, { ends: [seen(started.appointment)] });
    expect(last.body).toMatchObject({ ended: [{ appointment: { id, status: "served" } }], started: null });
    const none = await desk.next(1);
    expect([none.status, none.body.code]).toEqual([409, "nobody-waits"]);
  });

  test("ends nothing that the clerk has not seen: pressed twice, or at another desk of the queue", async () => {
    await anArrived();
    await anArrived("11:00");
    const key = randomUUID();
    const first = await desk.next(1, { ends: [] }, key);
    expect((await desk.next(1, { ends: [] }, key)).body, "one key is one press").toEqual(first.body);
    const twice = await desk.next(1);
    expect([twice.status, twice.body.code]).toEqual([409, "next-stale"]);
    expect(await statusOf(first.body.started.appointment.id)).toBe("in-service");
  });

  test("of the clerk's choice: as it was seen, and only who waits, whosever plan it stands in", async () => {
    const number = await desk.number();
    later(1);
    const chosen = await desk.number();
    const elsewhere = await anArrived("10:45", { queue: 2 });
    const { started } = (await desk.next(1, { ends: [], starts: seen(chosen) })).body;
    expect(started.ticket.id).toBe(chosen.id);
    const helped = (await desk.next(1, { ends: [seen(started.ticket)], starts: seen(elsewhere) })).body.started;
    expect(helped.appointment).toMatchObject({ id: elsewhere.id, queue: 2, counter: 1, status: "in-service" });
    const refused = await desk.next(2, { ends: [], starts: seen(elsewhere) });
    expect([refused.status, refused.body.code]).toEqual([409, "next-taken"]);
    const gone = await desk.next(2, { ends: [], starts: seen(chosen) });
    expect([gone.status, gone.body.code]).toEqual([409, "next-taken"]);
    expect((await desk.tickets()).find(({ id }: { id: string }) => id === number.id).status).toBe("arrived");
  });

  test.each(["start", "next"])(
    "without a screen needs no reason, and the audit counts who was passed over: %s",
    async (way) => {
      await desk.number();
      later(20);
      const chosen = await anArrived("11:15");
      const { status } =
        way === "next"
          ? await desk.next(1, { ends: [], starts: seen(chosen) })
          : await desk.act(chosen.id, "service-start");
      expect(status).toBe(200);
      const { rows } = await world.owner.query(
        "select details from audit_entry where office_id = $1 and act = 'served-out-of-turn'",
        [desk.office.id],
      );
      expect(rows).toEqual([{ details: { reason: null, passed: 1, queue: 1 } }]);
    },
  );

  test("a plain start beside a visit that runs is refused; ending it, or both at once, is said and taken back", async () => {
    const first = await anArrived();
    const second = await anArrived("11:00", { lastName: "Δεύτερη" });
    const started = (await desk.act(first.id, "service-start")).body;
    const refused = await desk.act(second.id, "service-start");
    expect([refused.status, refused.body.code]).toEqual([409, "counter-busy"]);
    expect(await statusOf(second.id)).toBe("arrived");
    expect((await desk.act(first.id, "service-start")).status, "asked twice").toBe(200);

    const both = await desk.next(1, { ends: [], beside: [seen(started)], starts: seen(second) });
    expect(both.body).toMatchObject({ ended: [], started: { appointment: { id: second.id, status: "in-service" } } });
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["in-service", "in-service"]);
    await desk.undoNext(both.body.id);
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["in-service", "arrived"]);

    const again = (await desk.day()).appointments.find(({ id }: { id: string }) => id === second.id);
    const instead = await desk.next(1, { ends: [seen(started)], starts: seen(again) });
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["served", "in-service"]);
    await desk.undoNext(instead.body.id);
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["in-service", "arrived"]);
  });

  test("both at once only as they were seen, and a number at the counter counts as a visit", async () => {
    await desk.number();
    const { started } = (await desk.next(1)).body;
    const arrived = await anArrived();
    expect((await desk.act(arrived.id, "service-start")).body.code).toBe("counter-busy");
    for (const beside of [[], [{ ...seen(started.ticket), version: 1 }]]) {
      const stale = await desk.next(1, { ends: [], beside, starts: seen(arrived) });
      expect([stale.status, stale.body.code]).toEqual([409, "next-stale"]);
    }
    const elsewhere = await anArrived("11:00", { queue: 2 });
    expect((await desk.act(elsewhere.id, "service-start")).status, "another counter is free").toBe(200);
  });

  test("who stands in another queue's plan keeps the counter busy that serves them, and their own free", async () => {
    const elsewhere = await anArrived("10:45", { queue: 2 });
    await desk.next(1);
    const own = await anArrived("11:00");
    expect((await desk.act(own.id, "service-start")).body.code).toBe("counter-busy");
    const theirs = await anArrived("11:00", { queue: 2, lastName: "Τρίτη" });
    expect((await desk.act(theirs.id, "service-start")).status).toBe(200);
    expect(await statusOf(elsewhere.id)).toBe("in-service");
  });

  test("of a day that is over is only noted what was, whoever is at the counter now", async () => {
    const before = await anArrived();
    await setClock(world, NOW.add({ hours: 24 }));
    const { id } = await desk.booked("10:45", { date: "2026-11-25" });
    for (const step of ["arrival", "service-start"]) expect((await desk.act(id, step)).status).toBe(200);
    expect((await desk.act(before.id, "service-start")).body).toMatchObject({ status: "in-service" });
  });

  test("waits for whoever has the day, so that two counters never get one person", async () => {
    const { id } = await desk.number();
    let pressed: Promise<Reply> | undefined;
    await world.database.db.write({ office: desk.office.id }, async (tx) => {
      await lockDays(tx, desk.office.id, Temporal.PlainDate.from("2026-11-24"));
      pressed = desk.next(1);
      expect(await waits(world, pressed, 0)).toBe(true);
    });
    expect((await pressed)?.body.started.ticket.id).toBe(id);
  });

  test("serves in a queue that there is", async () => {
    await desk.number();
    const nowhere = await desk.next(9);
    expect([nowhere.status, nowhere.body.errors]).toEqual([422, [expect.objectContaining({ field: "queue" })]]);
    expect((await desk.tickets())[0].status).toBe("arrived");
  });

  test("is not taken back once something else was done with one of them: then nothing is", async () => {
    const { id } = await anArrived();
    const one = (await desk.next(1)).body;
    await desk.number();
    const two = (await desk.next(1, { ends: [seen(one.started.appointment)] })).body;
    await desk.onTicket(two.started.ticket.id, "completion", two.started.ticket.version);
    const back = await desk.undoNext(two.id);
    expect([back.status, back.body.code]).toEqual([409, "next-overtaken"]);
    expect(await statusOf(id)).toBe("served");
    expect((await desk.undoNext(randomUUID())).body.code).toBe("next-not-found");
  });
});
