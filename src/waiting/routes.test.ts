import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe("a number", () => {
  test("is given to whoever comes, in order, anew each day of Athens, and never twice", async () => {
    const first = await desk.issue();
    expect(first.status).toBe(201);
    expect(first.headers.etag).toBe('"1"');
    expect(first.body).toMatchObject({
      number: "Α001",
      status: "arrived",
      queue: null,
      calledAt: null,
      date: "2026-11-24",
      service: "signature",
      issuedAt: "2026-11-24T10:42:00+02:00",
    });
    await desk.onTicket(first.body.id, "undo", 1);
    expect((await desk.number()).number).toBe("Α002");
    expect((await desk.tickets()).map(({ number }: { number: string }) => number)).toEqual(["Α002"]);
    world.now = Temporal.Instant.from("2026-11-24T21:59:00Z");
    const night = await aWaitingDesk(world);
    expect(await night.number()).toMatchObject({ number: "Α001", date: "2026-11-24" });
    later(1);
    expect(await night.number()).toMatchObject({ number: "Α001", date: "2026-11-25" });
  });

  test("asked for twice with one key is one", async () => {
    const key = randomUUID();
    const first = await desk.issue({}, key);
    const again = await desk.issue({}, key);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(again.body).toEqual(first.body);
    expect(await desk.tickets()).toHaveLength(1);
  });

  test("is called to a counter, served there and completed, each taken back by itself", async () => {
    const { id } = await desk.number();
    later(4);
    const called = await desk.onTicket(id, "call", 1, { queue: 2 });
    expect(called.body).toMatchObject({
      queue: 2,
      status: "arrived",
      calledAt: "2026-11-24T10:46:00+02:00",
      version: 2,
    });
    later(1);
    const { started } = (await desk.next(2)).body;
    expect(started.ticket).toMatchObject({ id, status: "in-service", queue: 2, version: 3 });
    later(6);
    const done = await desk.onTicket(id, "completion", 3);
    expect(done.body).toMatchObject({ status: "served", statusAt: "2026-11-24T10:53:00+02:00" });
    expect((await desk.onTicket(id, "undo", 4)).body).toMatchObject({
      status: "in-service",
      statusAt: "2026-11-24T10:47:00+02:00",
    });
    expect((await desk.onTicket(id, "undo", 5)).body).toMatchObject({
      status: "arrived",
      statusAt: "2026-11-24T10:42:00+02:00",
    });
    expect((await desk.onTicket(id, "undo", 6)).body).toMatchObject({ queue: null, calledAt: null });
    const { events } = (await desk.clerk.ask("GET", `${desk.office.code}/tickets/${id}/history`)).body;
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      "undone",
      "undone",
      "undone",
      "completed",
      "service-started",
      "called",
      "issued",
    ]);
  });

  test("whose citizen went away has left; not once it is being served", async () => {
    const { id } = await desk.number();
    later(20);
    expect((await desk.onTicket(id, "departure", 1)).body).toMatchObject({ status: "left", version: 2 });
    expect(code(await desk.next(1))).toEqual([409, "nobody-waits"]);
    await desk.onTicket(id, "undo", 2);
    const { started } = (await desk.next(1)).body;
    expect(code(await desk.onTicket(id, "departure", started.ticket.version))).toEqual([409, "status-conflict"]);
  });

  test("is acted on as it was seen, in the office alone that gave it, for a service and a queue that there are", async () => {
    const { id } = await desk.number();
    await desk.onTicket(id, "call", 1, { queue: 1 });
    const stale = await desk.onTicket(id, "call", 1, { queue: 2 });
    expect(code(stale)).toEqual([412, "version-stale"]);
    expect(stale.body.current).toMatchObject({ id, queue: 1, version: 2 });
    expect((await desk.onTicket(id, "call", 2, { queue: 9 })).body.errors[0].code).toBe("queue-not-found");
    expect((await desk.issue({ service: "nothing" })).body.errors[0]).toMatchObject({ code: "service-unknown" });
    const other = await aWaitingDesk(world);
    expect(code(await other.onTicket(id, "undo", 2))).toEqual([404, "ticket-not-found"]);
    expect(code(await other.onTicket(randomUUID(), "undo", 1))).toEqual([404, "ticket-not-found"]);
  });
});

describe("who comes without an appointment and a name", () => {
  const walkIn = async (key: string = randomUUID()) =>
    (await desk.clerk.ask("POST", `${desk.office.code}/walk-ins`, { body: { service: "signature" }, key })).body;

  test("gets the place that runs in the clerk's own queue, then any other, then a number", async () => {
    await world.owner.query("update queue set employee_id = $2 where office_id = $1 and number = 2", [
      desk.office.id,
      desk.clerk.employeeId,
    ]);
    const [first, second, third, fourth, last] = [
      await walkIn(),
      await walkIn(),
      await walkIn(),
      await walkIn(),
      await walkIn(),
    ];
    expect(first.appointment).toMatchObject({ queue: 2, time: "10:30", status: "arrived", lastName: "", version: 2 });
    expect(second.appointment).toMatchObject({ queue: 2, time: "10:45" });
    expect([third, fourth].map(({ appointment }) => appointment.queue)).toEqual([1, 1]);
    expect(last).toMatchObject({ appointment: null, ticket: { number: "Α001", status: "arrived" } });
  });

  test("waits for whoever has the day, and then has what is left of it", async () => {
    let walkingIn: Promise<Reply["body"]> | undefined;
    await world.database.db.write({ office: desk.office.id }, async (tx) => {
      await lockDays(tx, desk.office.id, Temporal.PlainDate.from("2026-11-24"));
      walkingIn = walkIn();
      expect(await waits(world, walkingIn, 0)).toBe(true);
    });
    expect((await walkingIn)?.appointment).toMatchObject({ queue: 1, time: "10:30" });
  });

  test("asked for twice with one key is one person", async () => {
    const key = randomUUID();
    expect(await walkIn(key)).toEqual(await walkIn(key));
    expect((await desk.day()).appointments).toHaveLength(1);
  });
});

test("who was turned away has no number and waits for nothing; taken back it did not happen", async () => {
  const { body } = await desk.issue({ turnedAway: true });
  expect(body).toMatchObject({ number: null, status: "turned-away" });
  expect(code(await desk.next(1))).toEqual([409, "nobody-waits"]);
  expect(code(await desk.onTicket(body.id, "call", 1, { queue: 1 }))).toEqual([409, "status-conflict"]);
  await desk.onTicket(body.id, "undo", 1);
  expect(await desk.tickets()).toEqual([]);
  expect(code(await desk.onTicket(body.id, "undo", 2))).toEqual([409, "status-conflict"]);
});

test("every act on a number stands in the audit, with whoever did it", async () => {
  const { id } = await desk.number();
  await desk.onTicket(id, "call", 1, { queue: 1 });
  await desk.next(1);
  const { rows } = await world.owner.query(
    "select act, employee_id from audit_entry where office_id = $1 order by id",
    [desk.office.id],
  );
  const acts = rows.filter(({ act }) => /ticket|next/.test(act));
  expect(acts.map(({ act }) => act)).toEqual(["ticket-issued", "ticket-called", "next-served"]);
  expect(new Set(acts.map(({ employee_id }) => employee_id))).toEqual(new Set([desk.clerk.employeeId]));
});
