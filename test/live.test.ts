import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { announceEmployee } from "../src/identity/employee-notice.ts";
import { ownServerName } from "../src/platform/database/releases-in-use.ts";
import { OF_NATION } from "../src/platform/database/sql.ts";
import { aBookingDesk, type BookingDesk, wish } from "./booking-desk.ts";
import { aSibling, type Listener, listen, type Sibling } from "./live-desks.ts";
import { patiently } from "./patience.ts";
import { aWorld, type World } from "./world.ts";

/** Desks of two processes on one database; acts come by a third, the world's own application. */
let world: World;
let siblings: Sibling[];
const open: Listener[] = [];
beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
afterEach(() => {
  vi.useRealTimers();
  for (const listener of open.splice(0)) listener.close();
});
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

async function listening(desk: BookingDesk, sibling = siblings[0], id?: string): Promise<Listener> {
  const listener = await listen((sibling as Sibling).url, desk.clerk, desk.office, id);
  open.push(listener);
  await listener.next("fillings");
  return listener;
}

const day = "2026-11-24";

/** At the first of the processes. @returns the status */
async function fillIn({ clerk, office }: BookingDesk, body: object): Promise<number> {
  const headers = { cookie: clerk.cookie, "sec-fetch-site": "same-origin", "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  return (await fetch(`${siblings[0]?.url}/api/offices/${office.code}/fillings`, init)).status;
}

test("every act is on every desk of the office within a second, whichever process each of them has", async () => {
  const desk = await aBookingDesk(world);
  const desks = await Promise.all(siblings.map((sibling) => listening(desk, sibling)));
  const heardAll = async (data: object) => {
    const events = await Promise.all(desks.map((one) => one.next("change", 0, 1_000)));
    for (const event of events) expect(event.data).toEqual({ by: desk.clerk.employeeId, ...data });
    for (const one of desks) (one.heard as unknown[]).length = 0;
  };
  const { id } = await desk.booked("11:30");
  await heardAll({ dates: [day], appointment: id });
  await desk.move(id, { date: "2026-11-25", time: "12:00", queue: 1 }, 1);
  await heardAll({ dates: [day, "2026-11-25"], appointment: id });
  await desk.change(id, { lastName: "Άλλη" }, 2);
  await heardAll({ dates: ["2026-11-25"], appointment: id });
  await desk.act(id, "cancellation", { version: 3 });
  await heardAll({ dates: ["2026-11-25"], appointment: id });
});

test("what was refused is told to nobody, and nobody hears of another office", async () => {
  const [mine, other] = [await aBookingDesk(world), await aBookingDesk(world)];
  const listener = await listening(mine);
  await other.booked("11:30");
  await fillIn(other, { desk: randomUUID(), place: { date: day, time: "12:00", queue: 1, minutes: 15 } });
  expect((await mine.book(wish("03:00"))).status).toBe(409);
  expect((await listen(siblings[0]?.url as string, mine.clerk, other.office)).status).toBe(404);
  const { id } = await mine.booked("12:00");
  const first = await listener.next("change");
  expect(first.data.appointment).toBe(id);
  expect(listener.heard.filter(({ name }) => name !== "beat").map(({ name }) => name)).toEqual(["fillings", "change"]);
});

test("other settings of the office are told to all of its desks", async () => {
  const desk = await aBookingDesk(world);
  const listener = await listening(desk);
  await world.owner.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'administrator')", [
    desk.office.id,
    desk.clerk.employeeId,
  ]);
  const body = { leadMinutes: 45 };
  expect((await desk.clerk.ask("PATCH", `${desk.office.code}/settings`, { body, version: 1 })).status).toBe(200);
  await listener.next("rules", 0, 1_000);
});

test("hundreds of changes at once are told as one", async () => {
  const desk = await aBookingDesk(world);
  const listener = await listening(desk);
  await world.owner.query(
    `select pg_notify('visits', json_build_object('kind', 'change', 'office', $1::int, 'dates', json_build_array('2026-11-24'),
       'appointment', gen_random_uuid(), 'by', null)::text) from generate_series(1, 500)`,
    [desk.office.id],
  );
  await listener.next("resync", 1);
  expect(listener.heard.filter(({ name }) => name === "change")).toEqual([]);
});

test("the place that somebody fills in is seen by all the others, by new ones at once, and goes with her", async () => {
  const desk = await aBookingDesk(world);
  const [own, sameClerkElsewhere] = [randomUUID(), randomUUID()];
  const [mine, others] = [
    await listening(desk, siblings[0], own),
    await listening(desk, siblings[1], sameClerkElsewhere),
  ];
  const place = { date: day, time: "12:00", queue: 1, minutes: 15 };
  const fill = (what: typeof place | null) => fillIn(desk, { desk: own, place: what });
  expect(await fill(place)).toBe(204);
  const seen = await others.next("fillings", 2);
  expect(seen.data.list).toEqual([
    { name: expect.stringMatching(/^Δοκιμή Χειριστής/), place, isOwn: true, isLater: false },
  ]);
  const late = await listening(desk, siblings[0]);
  expect(late.heard.find(({ name }) => name === "fillings")?.data.list).toHaveLength(1);
  expect(mine.heard.flatMap(({ data }) => data.list ?? [])).toEqual([]);
  const since = others.heard.length;
  await fill(null);
  expect((await others.next("fillings", since)).data.list).toEqual([]);
});

test("a place is refused that is none", async () => {
  const { clerk, office } = await aBookingDesk(world);
  const place = { date: day, time: "12:00", queue: 1, minutes: 15 };
  for (const body of [
    { desk: "me", place },
    { desk: randomUUID(), place: { ...place, lastName: "Παπαδοπούλου" } },
    { desk: randomUUID(), place: { ...place, time: "25:00" } },
    { desk: randomUUID() },
  ])
    expect((await clerk.ask("POST", `${office.code}/fillings`, { body })).status).toBe(400);
});

test("when notices were not heard for a while, every desk is told so, and to ask again", async () => {
  const desk = await aBookingDesk(world);
  const listener = await listening(desk);
  // By this name whoever migrates knows which release serves.
  const { rowCount } = await world.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()",
    [await ownServerName()],
  );
  expect(rowCount).toBeGreaterThan(0);
  await listener.next("paused", 0);
  const { id } = await desk.booked("11:30");
  await listener.next("resync", 0, 4_000);
  const since = listener.heard.length;
  await desk.change(id, { lastName: "Άλλη" }, 1);
  expect((await listener.next("change", since)).data.appointment).toBe(id);
});

/** Whoever looked something up in the database has done so. */
const looked = () => expect.poll(() => world.database.pool.totalCount - world.database.pool.idleCount).toBe(0);

/** And the process of the stream hears of it as of any act. */
async function deleteAnnounced(table: "membership" | "session", employee: number): Promise<void> {
  await world.owner.query(`delete from ${table} where employee_id = $1`, [employee]);
  await siblings[0]?.db.write(OF_NATION, async (tx) => announceEmployee(tx, employee));
}

test("a stream ends when the right to the office does, and when the session does", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const desk = await aBookingDesk(world);
  const listener = await listening(desk);
  await vi.advanceTimersByTimeAsync(30_000);
  await looked();
  await deleteAnnounced("membership", desk.clerk.employeeId);
  await vi.advanceTimersByTimeAsync(30_000);
  await listener.ended;
  expect(listener.heard.filter(({ name }) => name === "beat")).toHaveLength(5);

  const another = await aBookingDesk(world);
  const left = await listening(another);
  await deleteAnnounced("session", another.clerk.employeeId);
  await vi.advanceTimersByTimeAsync(30_000);
  await left.ended;
});

test("listening does not keep the session of an absent clerk open", async () => {
  const desk = await aBookingDesk(world);
  const seen = async () =>
    (
      await world.owner.query("select last_seen_at from session where employee_id = $1", [desk.clerk.employeeId])
    ).rows[0].last_seen_at.getTime();
  const before = await seen();
  const then = world.now;
  world.now = then.add({ minutes: 3 });
  await listening(desk);
  expect(await seen()).toBe(before);
  world.now = then;
});

test("thirty desks take little, a change is on all of them at once, and none of them keeps the server from stopping", async () => {
  const clerks = await Promise.all(Array.from({ length: 3 }, () => aBookingDesk(world)));
  const own = await aSibling(world);
  const desk = clerks[0] as BookingDesk;
  const desks: Listener[] = [];
  const before = process.memoryUsage().rss;
  for (let index = 0; index < 30; index++) desks.push(await listen(own.url, desk.clerk, desk.office));
  expect((await listen(own.url, desk.clerk, desk.office)).status).toBe(429);
  // Both ends of each live in this process.
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  await desk.booked("11:30");
  await Promise.all(desks.map((one) => one.next("change", 0, 1_000)));
  const start = performance.now();
  await own.close();
  expect(performance.now() - start).toBeLessThan(patiently(3_000));
  await Promise.all(desks.map((one) => one.ended));
});

test("whoever goes leaves nothing behind", async () => {
  const desk = await aBookingDesk(world);
  for (let round = 0; round < 40; round++) {
    const listener = await listen(siblings[0]?.url as string, desk.clerk, desk.office);
    expect(listener.status, `after ${round} that left`).toBe(200);
    listener.close();
    await listener.ended;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
});

test("the answer says that it must not be gathered on its way, and is declared", async () => {
  const listener = await listening(await aBookingDesk(world));
  expect(listener.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(listener.headers.get("x-accel-buffering")).toBe("no");
  expect(listener.headers.get("cache-control")).toBe("no-store");
  expect(listener.heard[0]).toEqual({ name: "beat", data: { date: day, time: "10:42", quietMs: expect.any(Number) } });
  const document = (await world.app.inject({ method: "GET", url: "/openapi.json" })).json();
  const declared = document.paths["/api/offices/{office}/events"].get.responses["200"].content;
  expect(Object.keys(declared)).toEqual(["text/event-stream"]);
});
