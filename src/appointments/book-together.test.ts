import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../test/booking-desk.ts";
import { aWorld, type Reply, type World } from "../../test/world.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aBookingDesk(world);
});

/** Days since the epoch of the world's first day */
const DAY = Temporal.PlainDate.from("1970-01-01").until("2026-11-24", { largestUnit: "day" }).days;

/** Somebody else has the day: the first waits for its lock, and all others for the first. */
async function whileTheyWait<T>(first: () => Promise<T>, ...others: readonly (() => Promise<T>)[]): Promise<T[]> {
  await world.owner.query("select pg_advisory_lock($1, $2)", [desk.office.id, DAY]);
  const waiting = "select from pg_locks where locktype = 'advisory' and not granted and classid = $1 and objid = $2";
  const isFirst = first();
  await expect.poll(async () => (await world.owner.query(waiting, [desk.office.id, DAY])).rowCount).toBe(1);
  const replies = others.map((ask) => ask());
  await expect.poll(() => world.app.admission.counts().underWay).toBe(1 + others.length);
  await sleep(200);
  await world.owner.query("select pg_advisory_unlock($1, $2)", [desk.office.id, DAY]);
  return Promise.all([isFirst, ...replies]);
}

const atOnce = (...wishes: object[]) =>
  whileTheyWait(() => desk.book(wish("10:45")), ...wishes.map((one) => () => desk.book(one)));
const statuses = (replies: readonly { status: number }[]) => replies.map(({ status }) => status);
const rowsOf = async (what: string, table = "appointment") =>
  (await world.owner.query(`select ${what} from ${table} where office_id = $1`, [desk.office.id])).rows;
const transactions = async () => new Set((await rowsOf("xmin::text")).map(({ xmin }) => xmin)).size;

const TIMES = ["11:00", "11:15", "11:30", "11:45", "12:00", "12:15"];

test("those that wait for one day go in one transaction, each with its own event, entry, answer and notice", async () => {
  const replies = await atOnce(...TIMES.map((time) => wish(time)));
  expect(statuses(replies)).toEqual([201, ...TIMES.map(() => 201)]);
  expect(await transactions()).toBe(2);
  const ids = replies.map(({ body }) => body.id).sort();
  const about = async (column: string, table: string) =>
    (await rowsOf(`${column} as id`, table)).flatMap(({ id }) => id ?? []).sort();
  expect(await about("appointment_id", "appointment_event")).toEqual(ids);
  expect(await about("appointments[1]", "audit_entry")).toEqual(ids);
  expect(await about("response ->> 'id'", "idempotency_key")).toEqual(ids);
  const shown = await desk.day();
  expect(shown.appointments.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
});

test("of rivals for one place one has it, and the others hear who; whoever wished something else has that", async () => {
  const rivals = Array.from({ length: 5 }, () => wish("11:30"));
  const replies = await atOnce(...rivals, wish("12:00"));
  expect(statuses(replies).sort()).toEqual([201, 201, 201, 409, 409, 409, 409]);
  const lost = replies.filter(({ status }) => status === 409);
  for (const { body } of lost) {
    expect(body).toMatchObject({ code: "slot-taken", taken: { channel: "phone" } });
    expect(body.alternatives).toHaveLength(3);
  }
  expect(await transactions()).toBe(2);
});

test("of any queue each has the one that those before have left", async () => {
  const any = wish("11:30", { queue: null });
  const replies = await atOnce(any, any, any);
  expect(statuses(replies).sort()).toEqual([201, 201, 201, 409]);
  const got = replies.slice(1).flatMap(({ status, body }) => (status === 201 ? [body.queue] : []));
  expect(got.sort()).toEqual([1, 2]);
});

test("a longer visit takes its whole place from those behind it", async () => {
  const replies = await atOnce(wish("11:30", { service: "vehicle" }), wish("11:45"), wish("12:15"));
  expect(statuses(replies.slice(1, 3)).sort()).toEqual([201, 409]);
});

test("what is refused takes nothing from anybody", async () => {
  const replies = await atOnce(
    wish("11:30", { service: "unknown" }),
    wish("11:30", { needs: ["wheelchair"] }),
    wish("11:30"),
  );
  expect(statuses(replies)).toEqual([201, 422, 422, 201]);
  expect(await transactions()).toBe(2);
});

test("what is sent twice is done once, and another act by the same key is refused alone", async () => {
  const key = randomUUID();
  const replies = await whileTheyWait(
    () => desk.book(wish("10:45")),
    () => desk.book(wish("11:30"), key),
    () => desk.book(wish("11:30"), key),
    () => desk.book(wish("12:00"), key),
    () => desk.book(wish("12:15")),
  );
  const twins = replies.slice(1, 4);
  const [done, ...replayed] = twins
    .filter(({ status }) => status === 201)
    .sort((a, b) => Number("idempotency-replayed" in a.headers) - Number("idempotency-replayed" in b.headers));
  for (const { headers, body } of replayed) {
    expect(headers["idempotency-replayed"]).toBe("true");
    expect(body).toEqual(done?.body);
  }
  expect(twins.filter(({ status }) => status === 422)).toHaveLength(2 - replayed.length);
  expect(statuses([replies[0], replies[4]] as Reply[])).toEqual([201, 201]);
  expect(await rowsOf("id")).toHaveLength(3);
});

test("an answer that is only told once more takes no place", async () => {
  const key = randomUUID();
  const { body } = await desk.book(wish("11:30"), key);
  await desk.act(body.id, "cancellation", { version: 1 });
  const replies = await Promise.all([
    desk.book(wish("10:45")),
    desk.book(wish("11:30"), key),
    desk.book(wish("11:30")),
  ]);
  expect(statuses(replies)).toEqual([201, 201, 201]);
  expect(replies[1]?.body.id).toBe(body.id);
  expect(replies[2]?.body.id).not.toBe(body.id);
});

test("one that the database refuses fails alone, and the others are booked all the same", async () => {
  await world.owner.query(`
    create function planted_refusal() returns trigger language plpgsql as $$ begin
      raise exception 'planted'; end $$;
    create trigger planted_refusal before insert on appointment for each row 
      when (new.last_name = 'Βλάβη') execute function planted_refusal()`);
  const replies = await atOnce(wish("11:00"), wish("11:15", { lastName: "Βλάβη" }), wish("11:30"));
  await world.owner.query("drop trigger planted_refusal on appointment; drop function planted_refusal()");
  expect(statuses(replies)).toEqual([201, 201, 500, 201]);
  expect(await rowsOf("id")).toHaveLength(3);
  expect(await rowsOf("key", "idempotency_key")).toHaveLength(3);
  expect(await transactions()).toBe(3);
});

test("where only the constraint refuses one, each is done by itself", async () => {
  // Longer than any visit, and of the day before: the day's facts do not have it.
  await world.owner.query(
    `insert into appointment (office_id, id, queue, starts_at, ends_at, status_at, service, last_name, first_name, created_at)
     values ($1, gen_random_uuid(), 1, '2026-11-23T23:50+02:00', '2026-11-24T11:45+02:00', now(), 'signature', 'Μεγάλη', 'Νύχτα', now())`,
    [desk.office.id],
  );
  const replies = await whileTheyWait(
    () => desk.book(wish("10:45", { queue: 2 })),
    () => desk.book(wish("11:30")),
    () => desk.book(wish("12:00")),
    () => desk.book(wish("12:15")),
  );
  expect(statuses(replies)).toEqual([201, 409, 201, 201]);
  expect(await transactions()).toBe(4);
});
