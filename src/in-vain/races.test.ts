import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { doctorsFindings } from "../../test/doctor.ts";
import { patiently } from "../../test/patience.ts";
import { aWaitingDesk, type WaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { measureAll } from "../measures/measure-days.ts";

/** Two clerks, the night and a process that is killed, about one visit. */
let world: World;
let desk: WaitingDesk;
type Clerk = WaitingDesk["clerk"];
let other: Clerk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
afterEach(() => letGo());
beforeEach(async () => {
  world.now = NOW;
  await world.owner.query("truncate in_vain_week, in_vain_line, in_vain_days, in_vain_office, visit_in_vain");
  desk = await aWaitingDesk(world);
  other = await world.aClerk(desk.office);
});

const path = (id: string) => `${desk.office.code}/visits/${id}/in-vain`;
const note = (clerk: Clerk, id: string, version: number, reason = "needless") =>
  clerk.ask("PUT", path(id), { body: { service: "signature", reason }, version });
const takeBack = (clerk: Clerk, id: string, version: number) => clerk.ask("DELETE", path(id), { version });
const noted = async () => (await desk.clerk.ask("GET", `${desk.office.code}/days/2026-11-24/in-vain`)).body.visits;
const statuses = (replies: readonly { readonly status: number }[]) => replies.map(({ status }) => status).sort();
const rows = async (statement: string) => (await world.owner.query(statement)).rows;

/** Recorded whole. */
async function aServed(): Promise<string> {
  const { id } = await desk.booked("10:45");
  for (const step of ["arrival", "service-start", "completion"]) {
    await desk.act(id, step);
    world.now = world.now.add({ seconds: 30 });
  }
  return id;
}

const MIDNIGHT = Temporal.Instant.from("2026-11-25T00:00:00+02:00");
/** Of this office alone. */
const night = async () => {
  await world.owner.query(
    `insert into measured_until (office_id, date) select id, '2026-11-24' from office where id <> $1
     on conflict (office_id) do update set date = excluded.date`,
    [desk.office.id],
  );
  world.now = MIDNIGHT.add({ minutes: 10 });
  return measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });
};
const counted = async () => (await rows("select needless from in_vain_week")).map(({ needless }) => needless);
const left = () => rows("select visit from visit_in_vain");
/** The doctor looks as on the next day. */
const inVainFindings = async () =>
  (await doctorsFindings(world.database.ownerUrl, world.now)).filter((finding) => finding.startsWith("in-vain"));

test("of two answers at once one is noted, and the other is told how it is now", async () => {
  const id = await aServed();
  const replies = await Promise.all([note(desk.clerk, id, 0, "needless"), note(other, id, 0, "elsewhere")]);
  expect(statuses(replies)).toEqual([200, 412]);
  const [{ reason, version }] = await noted();
  expect(version).toBe(1);
  expect(replies.find(({ status }) => status === 412)?.body.current).toMatchObject({ reason, version: 1 });
});

test("the same answer of both is one, and so is one whose answer was lost", async () => {
  const id = await aServed();
  expect(statuses(await Promise.all([note(desk.clerk, id, 0), note(other, id, 0)]))).toEqual([200, 200]);
  expect((await note(desk.clerk, id, 0)).body.version).toBe(1);
  expect(await noted()).toMatchObject([{ reason: "needless", version: 1 }]);
});

test("what the second clerk took back is not taken back by the first one again, nor changed by what they saw", async () => {
  const id = await aServed();
  await note(desk.clerk, id, 0);
  expect((await takeBack(other, id, 1)).body).toMatchObject({ reason: null, version: 2 });
  expect((await note(other, id, 2, "elsewhere")).body.version).toBe(3);
  expect((await takeBack(desk.clerk, id, 1)).status).toBe(412);
  expect((await note(desk.clerk, id, 1)).status).toBe(412);
  expect(await noted()).toMatchObject([{ reason: "elsewhere", version: 3 }]);
});

test("of a visit whose completion is taken back at the same moment nothing stays noted", async () => {
  for (let round = 0; round < 5; round++) {
    world.now = NOW;
    desk = await aWaitingDesk(world);
    const id = await aServed();
    const { version } = (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;
    const undo = desk.clerk.ask("POST", `${desk.office.code}/appointments/${id}/undo`, { version });
    const [answer, undone] = await Promise.all([note(desk.clerk, id, 0), undo]);
    expect([200, 409]).toContain(answer.status);
    expect([undone.status, undone.body.status]).toEqual([200, "in-service"]);
    expect((await noted()).filter((one: { reason: string | null }) => one.reason !== null)).toEqual([]);
  }
});

/** Whoever notes one has it written, but not done, until they are let go. */
async function holdUp(): Promise<void> {
  await world.owner.query(`
    create function dawdle() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(77); return new; end $$;
    create trigger dawdle after insert on visit_in_vain for each row execute function dawdle();
    select pg_advisory_lock(77);`);
}
async function letGo(): Promise<void> {
  await world.owner.query("select pg_advisory_unlock_all()");
  await world.owner.query("drop trigger if exists dawdle on visit_in_vain; drop function if exists dawdle;");
}
const HELD = `from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and not granted and pg_stat_activity.datname = current_database()`;
const areHeld = (count: number) =>
  expect
    .poll(async () => (await rows(`select distinct pid ${HELD}`)).length, { interval: 20, timeout: patiently(5_000) })
    .toBe(count);

test("the night waits for who is just answering, and counts that too", async () => {
  const id = await aServed();
  await holdUp();
  world.now = MIDNIGHT.subtract({ seconds: 1 });
  const late = await world.aClerk(desk.office);
  const answer = note(late, id, 0);
  await areHeld(1);
  const counting = night();
  await Promise.race([counting, areHeld(2)]);
  await letGo();
  expect([(await answer).status, await counting]).toEqual([200, true]);
  expect([await counted(), await left(), await inVainFindings()]).toEqual([[1], [], []]);
});

test("who comes after the night is told so, also with the day of before in hand, and nothing is left of it", async () => {
  const id = await aServed();
  await note(desk.clerk, id, 0);
  await night();
  world.now = MIDNIGHT.subtract({ seconds: 1 });
  const late = await world.aClerk(desk.office);
  for (const refused of [await note(late, id, 0), await note(late, id, 1, "elsewhere"), await takeBack(late, id, 1)])
    expect([refused.status, refused.body.code]).toEqual([409, "in-vain-other-day"]);
  world.now = MIDNIGHT.add({ hours: 10 });
  expect([await counted(), await left(), await inVainFindings()]).toEqual([[1], [], []]);
});

test("where the connection is killed while it is noted it is noted once", async () => {
  const id = await aServed();
  await holdUp();
  const answer = note(desk.clerk, id, 0);
  await areHeld(1);
  expect(await rows(`select pg_terminate_backend(pid) ${HELD}`)).toHaveLength(1);
  await letGo();
  await answer;
  expect((await note(desk.clerk, id, 0)).body.version, "done anew by itself, or by who sends it again").toBe(1);
  expect(await noted()).toMatchObject([{ reason: "needless", version: 1 }]);
  await night();
  expect([await counted(), await left(), await inVainFindings()]).toEqual([[1], [], []]);
});
