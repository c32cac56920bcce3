import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BookingDesk, deskOf } from "../../test/booking-desk.ts";
import { aMinistryPerson } from "../../test/ministry-person.ts";
import { takeAnnouncements } from "../../test/take-announcements.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, type Clerk, NOW, type TestOffice, type World } from "../../test/world.ts";
import { lockDays } from "../appointments/place/locks.ts";
import { appointmentChecks } from "../cli/checks/appointment-checks.ts";
import { readHandle } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { createLogger } from "../platform/log.ts";
import { startSweeping, sweepAll } from "./sweep.ts";

const log = createLogger("silent");
const DAY = "2026-11-26";
const closed = { region: null, from: DAY, to: DAY, reason: "Εκλογές" };

let world: World;
let athina: Clerk;
let desk: BookingDesk;
beforeEach(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
  const office = await world.anOffice({ queues: 2 });
  desk = deskOf(office, await world.aClerk(office));
});
afterEach(() => world.close());

const later = (seconds: number) => {
  world.now = NOW.add({ seconds });
};
const close = async (body: object = closed) => {
  const reply = await athina.ask("POST", "/api/ministry/closures", { body, key: randomUUID() });
  expect(reply.status).toBe(201);
  return reply.body;
};
const deps = (db: Database = world.database.db) => ({ db, clock: () => world.now, log });
const sweeps = async () => (await athina.ask("GET", "/api/ministry/closures")).body.closures[0].sweep;
const been = async (sweep: string) =>
  (
    await world.owner.query<{ office_id: number; appointments: number; done_at: Date }>(
      "select office_id, appointments, done_at from sweep_office where sweep = $1 order by office_id",
      [sweep],
    )
  ).rows;
const finding = async (name: string) =>
  appointmentChecks.find((check) => check.name === name)?.find(readHandle(world.owner), world.now);

/** As a process that is killed before its transaction with the `count`th office commits. */
function dyingAt(count: number): Database {
  const { db } = world.database;
  let writes = 0;
  return {
    ...db,
    write: (scope, work) =>
      db.write(scope, async (tx) => {
        const result = await work(tx);
        if (++writes >= count) throw new Error("killed");
        return result;
      }),
  };
}

test("it goes office by office, counts what it concerns, and says how far it is", async () => {
  const offices: TestOffice[] = [];
  for (let n = 1; n < 30; n++) offices.push(await world.anOffice());
  for (const office of offices.slice(0, 3)) {
    const clerk = deskOf(office, await world.aClerk(office));
    await clerk.booked("09:00", { date: DAY });
    await clerk.booked("09:00", { date: "2026-11-25" });
    await clerk.booked("09:00", { date: "2026-11-27" });
  }
  const { sweep } = await close();
  expect(sweep).toMatchObject({ offices: 30, done: 0, appointments: 0, doneAt: null });
  await sweepAll(deps());
  expect(await sweeps()).toMatchObject({ offices: 30, done: 30, concerned: 3, appointments: 3 });
  expect((await sweeps()).doneAt).not.toBeNull();
});

test("of a service those are counted whose office takes its length from the catalogue", async () => {
  const theirs = await world.anOffice();
  const there = deskOf(theirs, await world.aClerk(theirs));
  for (const each of [desk, there]) await each.booked("09:00", { date: DAY });
  await world.owner.query("insert into office_service (office_id, service, minutes) values ($1, 'signature', 20)", [
    theirs.id,
  ]);
  const changed = await athina.ask("PATCH", "/api/ministry/services/signature", { body: { minutes: 30 }, version: 1 });
  expect(changed.status).toBe(200);
  await sweepAll(deps());
  const { rows } = await world.owner.query("select office_id, appointments from sweep_office where appointments > 0");
  expect(rows).toEqual([{ office_id: desk.office.id, appointments: 1 }]);
});

test("killed halfway, the next process does only the rest", async () => {
  for (let n = 1; n < 30; n++) await world.anOffice();
  const { sweep } = await close();
  await expect(sweepAll(deps(dyingAt(13)))).rejects.toThrow("killed");
  const first = await been(sweep.id);
  expect(first).toHaveLength(12);
  expect(await sweeps()).toMatchObject({ offices: 30, done: 12, doneAt: null });
  later(60);
  await sweepAll(deps());
  const all = await been(sweep.id);
  expect(all).toHaveLength(30);
  expect(all.slice(0, 12)).toEqual(first);
  expect(new Set(all.slice(12).map(({ done_at }) => done_at.toISOString()))).toEqual(
    new Set([world.now.toString({ smallestUnit: "millisecond" })]),
  );
});

test("several processes share the offices, and each is reached once", async () => {
  for (let n = 1; n < 30; n++) await world.anOffice();
  const { sweep } = await close();
  await Promise.all([sweepAll(deps()), sweepAll(deps()), sweepAll(deps())]);
  expect(await been(sweep.id)).toHaveLength(30);
  expect(await sweeps()).toMatchObject({ done: 30, doneAt: expect.any(String) });
});

test("the running program does it by itself, and stops when told", async () => {
  const { sweep } = await close();
  const sweeping = startSweeping(deps());
  await expect.poll(async () => (await been(sweep.id)).length).toBe(1);
  await sweeping.stop();
});

test("a ruling tells every process that there is something to take to the offices", async () => {
  await takeAnnouncements(world.owner);
  await close();
  expect(await takeAnnouncements(world.owner)).toContain('{"kind":"ruling"}');
});

test("who finds an office kept back has not done it all", async () => {
  const { db } = world.database;
  await close();
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>();
  const holding = db.write({ office: desk.office.id }, async (tx) => {
    const [sweep] = await tx.sql<{ id: string }>`select id from sweep`;
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`sweep ${sweep?.id} ${desk.office.id}`}, 0))`;
    hold();
    await isReleased;
  });
  await isHeld;
  expect(await sweepAll(deps())).toBe(false);
  release();
  await holding;
  expect(await sweepAll(deps())).toBe(true);
});

test("a booking under way when the closure comes is counted; one after it is refused", async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { db } = world.database;
  const booking = db.write({ office: desk.office.id }, async (tx) => {
    await lockDays(tx, desk.office.id, Temporal.PlainDate.from(DAY));
    await tx.sql`insert into appointment (office_id, id, queue, starts_at, ends_at, service, last_name, first_name, status_at, created_at)
      values (${desk.office.id}, ${randomUUID()}, 2, ${"2026-11-26T10:00:00+02:00"}, ${"2026-11-26T10:15:00+02:00"},
        'signature', 'Παπαδοπούλου', 'Ελένη', ${NOW}, ${NOW})`;
    await held;
  });
  later(1);
  const { sweep } = await close();
  later(2);
  const sweeping = sweepAll(deps());
  const hasWaited = await waits(world, sweeping, 0);
  const late = desk.book({ date: DAY, time: "11:00", queue: 1, lastName: "Α", firstName: "Β", service: "signature" });
  const beenSoFar = await been(sweep.id);
  finish();
  expect([hasWaited, beenSoFar]).toEqual([true, []]);
  await booking;
  await sweeping;
  expect((await late).body).toMatchObject({ code: "slot-not-offered" });
  expect(await been(sweep.id)).toMatchObject([{ appointments: 1 }]);
  expect(await finding("inside-closure")).toEqual([]);
});

test("of bookings that fall together with the closure those that were under way stand and are counted, the others obey it", async () => {
  const wish = { queue: 1, lastName: "Α", firstName: "Β", service: "signature" };
  const bookOn = (date: string, time: string) => desk.book({ ...wish, date, time });
  const otherProcess = await world.another();
  // Nobody's history can be written: a booking has looked at its place, and waits; another process's of its day waits for it.
  await world.owner.query("begin");
  await world.owner.query("lock table appointment_event in share mode");
  const underWay = [bookOn(DAY, "10:00")];
  const haveWaited = [await waits(world, underWay[0] as Promise<unknown>, 0)];
  underWay.push(bookOn("2026-11-27", "10:00"));
  haveWaited.push(await waits(world, underWay[1] as Promise<unknown>, 1));
  const behind = otherProcess.inject({
    method: "POST",
    url: `/api/offices/${desk.office.code}/appointments`,
    headers: {
      cookie: desk.clerk.cookie,
      "sec-fetch-site": "same-origin",
      "idempotency-key": randomUUID(),
    },
    payload: { ...wish, date: DAY, time: "11:00" },
  });
  haveWaited.push(await waits(world, behind, 2));
  const { sweep } = await close({ ...closed, to: "2026-11-27" });
  const sweeping = sweepAll(deps());
  haveWaited.push(await waits(world, sweeping, 3));
  expect([...haveWaited, await been(sweep.id)]).toEqual([true, true, true, true, []]);
  await world.owner.query("commit");
  await sweeping;
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([201, 201]);
  expect((await behind).json()).toMatchObject({ code: "slot-not-offered" });
  expect(await been(sweep.id)).toMatchObject([{ appointments: 2 }]);
});

test("desks are told as it passes", async () => {
  await close();
  await takeAnnouncements(world.owner);
  await sweepAll(deps());
  expect(await takeAnnouncements(world.owner)).toContain(JSON.stringify({ kind: "rules", office: desk.office.id }));
});

test("a closure that goes to another region is told to the desks of both", async () => {
  const other = await world.anOffice({ queues: 2 });
  for (const [region, { id }] of [["Κρήτη", desk.office] as const, ["Ήπειρος", other] as const])
    await world.owner.query("update office set region = $1 where id = $2", [region, id]);
  const { id } = await close({ ...closed, region: "Κρήτη" });
  await sweepAll(deps());
  await takeAnnouncements(world.owner);
  const body = { ...closed, region: "Ήπειρος" };
  const moved = await athina.ask("PUT", `/api/ministry/closures/${id}`, { body, key: randomUUID() });
  expect(moved.status).toBe(201);
  await sweepAll(deps());
  const heard = await takeAnnouncements(world.owner);
  for (const { id: office } of [desk.office, other]) expect(heard).toContain(JSON.stringify({ kind: "rules", office }));
});

test("an office that one can't lock is left for the next round", async () => {
  const other = await world.anOffice();
  const { sweep } = await close();
  const { db } = world.database;
  const failing: Database = {
    ...db,
    write: (scope, work) =>
      scope.office === desk.office.id ? Promise.reject(new Error("lock")) : db.write(scope, work),
  };
  await sweepAll(deps(failing));
  expect((await been(sweep.id)).map(({ office_id }) => office_id)).toEqual([other.id]);
  expect((await sweeps()).doneAt).toBeNull();
  await sweepAll(deps());
  expect((await sweeps()).doneAt).not.toBeNull();
});

test("only a booking after the sweep is a finding", async () => {
  await desk.booked("10:00", { date: DAY });
  later(1);
  const { sweep } = await close();
  later(2);
  await sweepAll(deps());
  expect(await finding("inside-closure")).toEqual([]);
  await world.owner.query("update sweep_office set done_at = $2 where sweep = $1", [
    sweep.id,
    NOW.subtract({ hours: 1 }).toString(),
  ]);
  expect(await finding("inside-closure")).toHaveLength(1);
});

test("it also concerns whom a head has kept before", async () => {
  const { id } = await desk.booked("09:00", { date: DAY });
  await world.owner.query("update appointment set kept_by = $1 where id = $2", [desk.clerk.employeeId, id]);
  expect((await athina.ask("POST", "/api/ministry/closures/preview", { body: closed })).body.appointments).toBe(1);
  await close();
  await sweepAll(deps());
  expect(await sweeps()).toMatchObject({ concerned: 1, appointments: 1 });
});
