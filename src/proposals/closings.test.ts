import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BY_WORKERS, doctorsFindings } from "../../test/doctor.ts";
import { aRulesDesk, type RulesDesk } from "../../test/rules-desk.ts";
import { aWorld, type Method, NOW, type Reply, type World } from "../../test/world.ts";
import { clockText } from "../platform/time.ts";

/** Whatever closes and opens in whatever order: who stands in closed time was kept by a head who saw all that closes it. */

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const RUNS = Number(process.env.CLOSINGS_RUNS ?? 12);
const DATES = ["2026-11-25", "2026-11-26"] as const;
const TIMES = ["10:00", "11:00", "12:00"];

interface Play {
  readonly desk: RulesDesk;
  readonly choices: fc.Stream<number>;
  readonly changes: string[];
  /** What closed a visit's place when it was kept: by its id and the version that keeping it made */
  readonly seen: Map<string, readonly string[]>;
}
type Act = (play: Play) => Promise<unknown>;

const aDate = fc.constantFrom(...DATES);
const aQueue = fc.constantFrom(1, 2);
const aSpan = fc
  .tuple(fc.constantFrom(585, 615, 660, 690), fc.constantFrom(15, 60, 180))
  .map(([from, minutes]) => ({ from: clockText(from), to: clockText(from + minutes) }));
const many = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.option(aQueue), aDate, fc.option(aSpan)).map(([queue, date, span]): Act => {
      const wish = { queue, kind: "closed", date, ...span, reason: "Απουσία" };
      return (play) => decided(play, "POST", "exceptions", wish);
    }),
  },
  fc.nat(9).map(
    (index): Act =>
      async (play) => {
        const exception = many(await play.desk.rows("exception"), index);
        if (exception) await decided(play, "DELETE", `exceptions/${exception.id}`, {});
      },
  ),
  {
    weight: 2,
    arbitrary: fc.option(aDate).map((date): Act => {
      const dates = date ? { from: date, to: date } : {};
      return (play) => decided(play, "POST", "queues/2/deactivation", dates);
    }),
  },
  fc.constant<Act>((play) => decided(play, "POST", "queues/2/activation", {})),
  {
    weight: 2,
    arbitrary: fc.tuple(aQueue, aDate, fc.option(aSpan)).map(([queue, date, span]): Act => {
      const week = { "3": [], "4": span ? [{ opens: span.from, closes: span.to }] : [] };
      return (play) => decided(play, "PUT", `queues/${queue}/hours`, { from: date, to: null, week });
    }),
  },
  fc.constant<Act>((play) => decided(play, "POST", "queues/2/archival", {})),
  aDate.map(
    (date): Act =>
      () =>
        world.owner.query(
          `insert into closure (id, starts_at, ends_at, reason, created_at)
           values (gen_random_uuid(), $1, $1::timestamptz + interval '1 day', 'Απεργία', $2)`,
          [`${date}T00:00:00+02:00`, world.now.toString()],
        ),
  ),
  fc.constant<Act>(async (play) => {
    const list = await play.desk.rule("GET", "work-list");
    const decisions = decisionsOn(list.body, play);
    if (decisions.length > 0) noted(play, await play.desk.rule("POST", "work-list", { decisions }));
  }),
  fc.nat(9).map(
    (index): Act =>
      async (play) => {
        const change = many(play.changes, index);
        if (change) await play.desk.takeBack(change);
      },
  ),
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom("cancellation", "undo"), fc.nat(11)).map(
      ([what, index]): Act =>
        async ({ desk }) => {
          const { id, version } = many(await desk.rows("appointment"), index);
          await desk.act(id, what, { version });
        },
    ),
  },
);

test("nobody stands in closed time but whom a head has kept there, seeing all that closes it", async () => {
  let kept = 0;
  const acts = fc.array(act, { minLength: 6, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(acts, fc.infiniteStream(fc.nat(3)), async (given, choices) => {
      world.now = NOW;
      await world.owner.query("delete from closure");
      const play: Play = { desk: await aRulesDesk(world), choices, changes: [], seen: new Map() };
      for (const date of DATES)
        for (const time of TIMES) for (const queue of [1, 2]) await play.desk.booked(time, { date, queue });
      for (const one of given) {
        world.now = world.now.add({ seconds: 1 });
        await one(play);
        kept += await keptWithin(play);
      }
      const findings = await doctorsFindings(world.database.ownerUrl, world.now, BY_WORKERS);
      expect(findings.filter((finding) => finding.includes(` ${play.desk.office.code} `))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(kept).toBeGreaterThan(0);
});

/** Without a decision first; then, should it concern anybody, with one for each. */
async function decided(play: Play, method: Method, path: string, body: object): Promise<void> {
  const first = await play.desk.rule(method, path, body);
  if (first.body.code !== "proposal-needed") return noted(play, first);
  const decisions = decisionsOn(first.body.proposal, play);
  const made = await play.desk.rule(method, path, { ...body, decisions });
  expect([made.status, made.body.code]).toEqual([200, undefined]);
  noted(play, made);
}

const decisionsOn = ({ appointments }: Reply["body"], { choices }: Play): object[] =>
  appointments.map(({ appointment: { id, version }, place }: Reply["body"]) =>
    place && choices.next().value === 0 ? { act: "move", id, version, to: place } : { act: "keep", id, version },
  );

function noted({ changes }: Play, { body }: Reply): void {
  if (body.change) changes.push(body.change);
}

/** How many are kept in closed time, each seen as it is; the others there wait on the work list. */
async function keptWithin({ desk, seen }: Play): Promise<number> {
  const { rows } = await world.owner.query(STANDING, [desk.office.id]);
  const list = (await desk.rule("GET", "work-list")).body.appointments;
  const waiting = new Set(list.map(({ appointment }: Reply["body"]) => appointment.id));
  const closed = rows.filter(({ closers }) => closers.length > 0);
  for (const { id, kept_version, closers } of closed) {
    const key = `${id} ${kept_version}`;
    if (kept_version !== null && !seen.has(key)) seen.set(key, closers);
    if (waiting.has(id)) expect(closers, "only the ministry closes without asking").toContain("ministry");
    else expect(seen.get(key) ?? ["nobody asked"], `kept: ${key}`).toEqual(expect.arrayContaining(closers));
  }
  return closed.length - waiting.size;
}

/** Every live appointment with what closes its place, and the version of the act that keeps it there, if one stands. */
const STANDING = `
  select id, (
      select max(version) from appointment_event as event
      where event.office_id = visit.office_id and appointment_id = visit.id and kind = 'kept' and kept_by is not null
        and not exists (select from appointment_event as later where later.office_id = visit.office_id
          and later.appointment_id = visit.id and later.undoes = event.version)) as kept_version,
    array_remove(array[
      case when is_archived then 'archived' end,
      case when not coalesce((select dated.is_active from queue_activity as dated where dated.office_id = visit.office_id
        and dated.queue = visit.queue and valid @> local.date), queue.is_active) then 'inactive' end,
      case when not exists (select from queue_hours as hours where hours.office_id = visit.office_id
          and hours.queue = visit.queue and weekday = extract(isodow from local.date) and valid @> local.date
          and opens_minute <= local.minute and closes_minute >= local.minute + 15) then 'no hours' end,
      case when exists (select from closure
        where starts_at < visit.ends_at and ends_at > visit.starts_at) then 'ministry' end
    ] || array(select id::text from exception where exception.office_id = visit.office_id and kind = 'closed'
      and (exception.queue is null or exception.queue = visit.queue)
      and starts_at < visit.ends_at and ends_at > visit.starts_at), null) as closers
  from appointment as visit join queue on queue.office_id = visit.office_id and queue.number = visit.queue
    cross join lateral (select (starts_at at time zone 'Europe/Athens')::date as date,
      extract(epoch from (starts_at at time zone 'Europe/Athens')::time)::int / 60 as minute) as local
  where visit.office_id = $1 and live`;
