import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { syncRights } from "../../src/identity/directory/sync-rights.ts";
import { endEverySession, startSession } from "../../src/identity/sessions.ts";
import { ensureEmployee } from "../../src/identity/sql.ts";
import { OF_NATION } from "../../src/platform/database/sql.ts";
import { aBookingDesk, type BookingDesk, wish } from "../booking-desk.ts";
import { aSibling, type Sibling } from "../live-desks.ts";
import { patiently } from "../patience.ts";
import { aWorld, type World } from "../world.ts";

/** Two processes that remember for seconds who is signed in, and what ends that. */
let world: World;
let own: Sibling;
let other: Sibling;
beforeAll(async () => {
  world = await aWorld();
  [own, other] = [await aSibling(world), await aSibling(world)];
});
afterEach(() => void vi.restoreAllMocks());
afterAll(async () => {
  for (const sibling of [own, other]) await sibling.close();
  await world.close();
});

const WITHIN = { timeout: patiently(1_000), interval: 10 };

const ask = (at: Sibling, cookie: string, path = "/api/me") => fetch(`${at.url}${path}`, { headers: { cookie } });
const statusAt = async (at: Sibling, cookie: string, path?: string) => (await ask(at, cookie, path)).status;
const signOut = (at: Sibling, cookie: string) =>
  fetch(`${at.url}/sign-out`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "sec-fetch-site": "same-origin" },
  });
const readsOf = ({ db }: Sibling) => vi.spyOn(db.nation, "sql");

async function newSession({ clerk: { employeeId } }: BookingDesk): Promise<string> {
  const start = () =>
    world.database.db.write({ employee: employeeId }, (tx) => startSession(tx, employeeId, world.now));
  return `__Host-session=${await start()}`;
}

/** Until it is asked of the database no more. */
async function remembered(at: Sibling, cookie: string): Promise<void> {
  const reads = readsOf(at);
  const readsOfOne = async () => {
    const before = reads.mock.calls.length;
    await ask(at, cookie);
    return reads.mock.calls.length - before;
  };
  await expect.poll(readsOfOne, { timeout: patiently(5_000), interval: 20 }).toBe(0);
  reads.mockRestore();
}

test("a session is read once for all that its pages ask at the same time", async () => {
  const cookie = await newSession(await aBookingDesk(world));
  await remembered(own, await newSession(await aBookingDesk(world)));
  const reads = readsOf(own);
  const all = await Promise.all(Array.from({ length: 10 }, () => statusAt(own, cookie)));
  expect([new Set(all), reads.mock.calls.length]).toEqual([new Set([200]), 1]);
});

test(
  "who signs out is out at once where they do it, a hundred times beside readers, and elsewhere within a second",
  async () => {
    const desk = await aBookingDesk(world);
    for (let time = 1; time <= 100; time++) {
      const cookie = await newSession(desk);
      const [here, there] = time % 2 ? [own, other] : [other, own];
      for (const sibling of [here, there]) expect(await statusAt(sibling, cookie)).toBe(200);
      const readers = [here, there, here, there].map((at) => statusAt(at, cookie));
      expect((await signOut(here, cookie)).status).toBe(303);
      expect(await statusAt(here, cookie), `the ${time}th time`).toBe(401);
      await Promise.all(readers);
      expect(await statusAt(here, cookie), "whatever was on its way").toBe(401);
      await expect.poll(() => statusAt(there, cookie), WITHIN).toBe(401);
    }
  },
  patiently(10_000),
);

test("a right that the directory takes away is gone at once where it is heard, and elsewhere within a second", async () => {
  const desk = await aBookingDesk(world);
  const { cookie, employeeId } = desk.clerk;
  const path = `/api/offices/${desk.office.code}/days/2026-11-24`;
  for (const sibling of [own, other]) {
    await remembered(sibling, cookie);
    expect(await statusAt(sibling, cookie, path)).toBe(200);
  }
  await syncRights(own.db, employeeId, { ministry: true, offices: [] }, world.now);
  expect(await statusAt(own, cookie, path)).toBe(404);
  expect((await (await ask(own, cookie)).json()).employee.ministry).toBe(true);
  await expect.poll(() => statusAt(other, cookie, path), WITHIN).toBe(404);
});

test("another name stands at once in the session and on the day", async () => {
  const desk = await aBookingDesk(world);
  const { cookie, employeeId } = desk.clerk;
  const { rows } = await world.owner.query("select afm from employee where id = $1", [employeeId]);
  await desk.book(wish("11:30"));
  const dayAt = async (at: Sibling) =>
    (await (await ask(at, cookie, `/api/offices/${desk.office.code}/days/2026-11-24`)).json()).appointments[0]
      .createdBy;
  for (const sibling of [own, other]) {
    await remembered(sibling, cookie);
    expect(await dayAt(sibling)).toMatch(/^Δοκιμή /);
  }
  const person = { afm: rows[0].afm, lastName: "Ανεμώνη", firstName: "Ζωή", userId: rows[0].afm };
  await own.db.write(OF_NATION, (tx) => ensureEmployee(tx, person));
  expect([await dayAt(own), (await (await ask(own, cookie)).json()).employee.lastName]).toEqual([
    "Ζωή Ανεμώνη",
    "Ανεμώνη",
  ]);
  await expect.poll(() => dayAt(other), WITHIN).toBe("Ζωή Ανεμώνη");
});

test("when every session is ended, none is believed", async () => {
  const desk = await aBookingDesk(world);
  const cookies = [await newSession(desk), await newSession(await aBookingDesk(world))];
  for (const cookie of cookies) for (const sibling of [own, other]) await remembered(sibling, cookie);
  await own.db.write(OF_NATION, endEverySession);
  for (const cookie of cookies) {
    expect(await statusAt(own, cookie)).toBe(401);
    await expect.poll(() => statusAt(other, cookie), WITHIN).toBe(401);
  }
});

test("a session is left alone for half an hour, and not a second longer, however it is remembered", async () => {
  const cookie = await newSession(await aBookingDesk(world));
  const begun = world.now;
  for (const sibling of [own, other]) await remembered(sibling, cookie);
  world.now = begun.add({ minutes: 20 });
  expect(await statusAt(own, cookie)).toBe(200);
  world.now = begun.add({ minutes: 45 });
  expect(await statusAt(other, cookie), "it was used there, by another process").toBe(200);
  for (const sibling of [own, other]) await remembered(sibling, cookie);
  world.now = begun.add({ minutes: 75 });
  expect([await statusAt(own, cookie), await statusAt(other, cookie)]).toEqual([401, 401]);
  world.now = begun;
});

test("a process that has not been answered for a second remembers nobody", async () => {
  const cookie = await newSession(await aBookingDesk(world));
  const { rows } = await world.owner.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and application_name like 'visits-notices%'`,
  );
  for (const { pid } of rows) process.kill(pid, "SIGSTOP");
  try {
    await sleep(1_100);
    expect([await statusAt(own, cookie), await statusAt(other, cookie)]).toEqual([200, 200]);
    await world.owner.query("delete from session");
    expect([await statusAt(own, cookie), await statusAt(other, cookie)]).toEqual([401, 401]);
  } finally {
    for (const { pid } of rows) process.kill(pid, "SIGCONT");
  }
});
