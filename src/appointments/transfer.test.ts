import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type BookingDesk, deskOf } from "../../test/booking-desk.ts";
import { aWorld, type Reply, type World } from "../../test/world.ts";

let world: World;
let here: BookingDesk;
let there: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  const [a, b] = [await world.anOffice({ queues: 2 }), await world.anOffice({ queues: 1 })];
  const clerk = await world.aClerk(a, b);
  here = deskOf(a, clerk);
  there = deskOf(b, clerk);
});

const place = { date: "2026-11-24", time: "12:00", queue: 1 };
const transfer = (id: string, more: object = {}, key: string = randomUUID(), version = 1): Promise<Reply> =>
  here.act(id, "transfer", { body: { office: there.office.code, ...place, ...more }, version, key });

test("an appointment goes to another office of one's own: it ends here and begins there", async () => {
  const before = await here.booked("11:30", { phone: "694 412 3456", notes: "Τρία αντίγραφα" });
  const reply = await transfer(before.id);
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({ office: there.office.code, ...place, status: "booked", version: 1 });
  expect(reply.body).toMatchObject({ lastName: before.lastName, phone: before.phone, notes: before.notes });
  expect(reply.body.reference).not.toBe(before.reference);
  const [left] = (await here.day()).appointments;
  expect(left).toMatchObject({ id: before.id, status: "cancelled", transferredTo: there.office.code });
  expect((await here.day()).queues[0].free).toContain("11:30");
  expect((await there.day()).appointments).toEqual([reply.body]);
  expect((await here.history(before.id))[0]).toMatchObject({ kind: "transferred" });
  expect(await there.history(reply.body.id)).toMatchObject([
    { kind: "transferred", changes: [{ field: "office", from: here.office.code, to: there.office.code }] },
  ]);
});

test("a taken place there changes nothing here, and offers the nearest there", async () => {
  await there.booked("12:00");
  const before = await here.booked();
  const reply = await transfer(before.id);
  expect(reply.status).toBe(409);
  expect(reply.body.code).toBe("slot-taken");
  expect(reply.body.alternatives).toHaveLength(3);
  expect((await here.day()).appointments).toEqual([before]);
  expect((await there.day()).appointments).toHaveLength(1);
});

test("asked twice with the same key, it goes once", async () => {
  const before = await here.booked();
  const key = randomUUID();
  const [first, again] = [await transfer(before.id, {}, key), await transfer(before.id, {}, key)];
  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect((await there.day()).appointments).toHaveLength(1);
});

test("one key that is sent for two appointments gives each of them away", async () => {
  const [one, other] = [await here.booked("11:30"), await here.booked("11:45")];
  const key = randomUUID();
  const given = [await transfer(one.id, {}, key), await transfer(other.id, { time: "12:15" }, key)];
  expect(given.map(({ status }) => status)).toEqual([200, 200]);
  expect((await there.day()).appointments.map(({ time }: { time: string }) => time)).toEqual(["12:00", "12:15"]);
});

test("rivals for the same appointment and crossed transfers: everyone is in exactly one place", async () => {
  const [mine, theirs] = [await here.booked("11:30"), await there.booked("11:30")];
  const back = () =>
    there.act(theirs.id, "transfer", {
      body: { office: here.office.code, date: "2026-11-24", time: "13:00", queue: 2 },
      version: 1,
      key: randomUUID(),
    });
  const replies = await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? transfer(mine.id) : back())));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(2);
  expect(replies.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
  const live = async (desk: BookingDesk) =>
    (await desk.day()).appointments.filter(({ status }: { status: string }) => status === "booked").length;
  expect([await live(here), await live(there)]).toEqual([1, 1]);
});

test("a transfer is not taken back here: it goes back from there", async () => {
  const before = await here.booked();
  const { body: after } = await transfer(before.id);
  const undone = await here.act(before.id, "undo", { version: 2, key: randomUUID() });
  expect([undone.status, undone.body.code]).toEqual([409, "transfer-stays"]);
  expect((await there.act(after.id, "undo", { version: 1 })).body.code).toBe("transfer-stays");
  expect((await there.act(after.id, "cancellation", { version: 1 })).status).toBe(200);
});

test.each([
  ["the same office", () => ({ office: here.office.code }), 422, "fields-invalid"],
  ["an office that is not hers", () => ({ office: "9999" }), 404, "office-not-found"],
  ["a service that it does not offer", () => ({}), 422, "fields-invalid"],
])("not to %s", async (name, more, status, code) => {
  if (name.startsWith("a service"))
    await world.owner.query(
      "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', false, 10)",
      [there.office.id],
    );
  const before = await here.booked();
  const reply = await transfer(before.id, more());
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect((await here.day()).appointments).toEqual([before]);
});

test("whoever has come stays, and an older version is told what changed", async () => {
  const before = await here.booked();
  expect((await transfer(before.id, {}, randomUUID(), 7)).status).toBe(412);
  await here.act(before.id, "arrival");
  expect((await transfer(before.id, {}, randomUUID(), 2)).body.code).toBe("status-conflict");
});

test("the clerk of one office alone can neither send nor receive", async () => {
  const stranger = await world.aClerk(here.office);
  const before = await here.booked();
  const reply = await deskOf(here.office, stranger).act(before.id, "transfer", {
    body: { office: there.office.code, ...place },
    version: 1,
    key: randomUUID(),
  });
  expect(reply.status).toBe(404);
});
