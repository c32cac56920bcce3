import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offerFacts } from "../src/appointments/place/facts-sql.ts";
import { daysFrom } from "../src/availability/by-day.ts";
import { openParts, queueDays } from "../src/availability/queue-day.ts";
import { CHECKS } from "../src/cli/checks/checks.ts";
import { readHandle } from "../src/platform/database/sql.ts";
import { dateOf } from "../src/platform/time.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { insertRules, type Rules, rulesFrom } from "./random-rules.ts";

/**
 * When a queue is open is said three times: by the function that other SQL stands on (db/functions), by the program
 * (src/availability), and by the checks of the doctor, which know neither. Half hour by half hour they must agree.
 */

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase(1);
  client = new pg.Client({ connectionString: database.ownerUrl, options: "-c timezone=UTC" });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Weeks in which the clocks change, and one in which they don't. */
const WEEKS = ["2027-03-25", "2027-05-27", "2027-10-28"];
const DAYS = 7;
const HALF_HOUR = 30;

test.each(WEEKS)("function, program and doctor agree on what is open: the week of %s", async (week) => {
  const first = Temporal.PlainDate.from(week);
  let [open, closed] = [0, 0];
  await fc.assert(
    fc
      .asyncProperty(rulesFrom(first, DAYS, { minLength: 3, maxLength: 7 }), async (rules) => {
        await client.query("begin");
        const office = await insertRules(client, rules);
        const byProgram = await openByProgram(office, first);
        expect(await openByFunction(office, first)).toEqual(byProgram);
        const byDoctor = await openByDoctor(office, rules, first);
        expect(byDoctor).toEqual(byProgram);
        expect(await closedByView()).toEqual(await closedByDoctor());
        open += byProgram.length;
        closed += rules.queues.length * DAYS * 48 - byProgram.length;
      })
      .afterEach(() => client.query("rollback")),
    { numRuns: 10 },
  );
  expect(Math.min(open, closed)).toBeGreaterThan(200);
});

const QUEUE = { active: true, archived: false, hours: [], activity: [], substitutes: [] };
const NOTHING = { exceptions: [], closures: [], holidays: [] };
const MONDAY = "2027-11-01";
const hours = [{ weekday: 1, opens: 18, closes: 34, season: "always", turn: MONDAY }] as const;
const ON_ONE_DATE: Rules = {
  ...NOTHING,
  queues: [
    { ...QUEUE, number: 1, employee: 1, hours },
    { ...QUEUE, number: 2, employee: 2, hours, substitutes: [MONDAY] },
  ],
};
const extra = { kind: "extra", from: `${MONDAY}T08:00`, to: `${MONDAY}T12:00` } as const;
const AFTER_A_CLOSING: Rules = {
  ...NOTHING,
  queues: [1, 2].map((number) => ({ ...QUEUE, number, employee: 1 })),
  exceptions: [
    { ...extra, queue: 1 },
    { ...extra, queue: 2 },
    { kind: "closed", queue: null, from: `${MONDAY}T07:00`, to: `${MONDAY}T10:00` },
  ],
};

test("function and doctor agree on who would serve two queues at once, however seldom", async () => {
  let [shared, alone] = [0, 0];
  await fc.assert(
    fc
      .asyncProperty(
        rulesFrom(Temporal.PlainDate.from("2027-10-28"), DAYS, { minLength: 0, maxLength: 2 }),
        async (rules) => {
          await client.query("begin");
          await insertRules(client, rules);
          const twice = await servedTwiceByFunction();
          expect(await foundByDoctor("employee-in-two-queues")).toEqual(twice);
          if (twice.length > 0) shared++;
          else alone++;
        },
      )
      .afterEach(() => client.query("rollback")),
    { numRuns: 100, examples: [[ON_ONE_DATE], [AFTER_A_CLOSING]] },
  );
  expect(Math.min(shared, alone)).toBeGreaterThan(10);
});

/** "queue minute" of each half hour that is open from its beginning to its end. */
type HalfHours = string[];

const halfHours = (first: Temporal.PlainDate): number[] => {
  const days = daysFrom(first, DAYS);
  const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0];
  return Array.from({ length: (to - from) / HALF_HOUR }, (_, index) => from + index * HALF_HOUR);
};

async function openByProgram(office: number, first: Temporal.PlainDate): Promise<HalfHours> {
  const facts = await offerFacts(readHandle(client), office, first, first.add({ days: DAYS - 1 }));
  return daysFrom(first, DAYS)
    .flatMap((day) =>
      queueDays(facts, day).flatMap((queueDay) => {
        const parts = queueDay.queue.active ? openParts(queueDay) : [];
        return halfHours(first)
          .filter((from) => day.from <= from && from < day.to)
          .filter((from) => parts.some((part) => part.from <= from && from + HALF_HOUR <= part.to))
          .map((from) => `${queueDay.queue.number} ${from}`);
      }),
    )
    .sort();
}

async function openByFunction(office: number, first: Temporal.PlainDate): Promise<HalfHours> {
  const { rows } = await client.query<{ half: string }>(
    `select concat(number, ' ', minute_of(start)) as half
     from queue, generate_series(0, $3 - 1) as n,
       lateral visits_check.open_parts(office_id, number, $2::date + n),
       lateral unnest(parts) as part, unnest($4::int[]) as minute,
       lateral (select to_timestamp(minute * 60.0) as start) as half_hour
     where office_id = $1 and part @> tstzrange(start, start + interval '30 minutes')`,
    [office, first.toString(), DAYS, halfHours(first)],
  );
  return rows.map(({ half }) => half).sort();
}

const NOW = Temporal.Instant.from("2027-01-01T00:00:00Z");

async function foundByDoctor(name: string): Promise<string[]> {
  const check = CHECKS.find((each) => each.name === name);
  return (await check?.find(readHandle(client), NOW))?.map(({ finding }) => finding) ?? [];
}

async function servedTwiceByFunction(): Promise<string[]> {
  const { rows } = await client.query<{ pair: string }>(
    "select distinct concat('0001 ', a, ' / 0001 ', b) as pair from doubly_served(null, $1) order by 1",
    [dateOf(NOW).toString()],
  );
  return rows.map(({ pair }) => pair);
}

/** An appointment in each half hour: open is where no check finds it. */
async function openByDoctor(office: number, rules: Rules, first: Temporal.PlainDate): Promise<HalfHours> {
  await client.query(
    `insert into appointment (office_id, id, reference, queue, starts_at, ends_at, status_at, service, last_name, first_name, created_at)
     select $1, gen_random_uuid(), concat(number, ' ', minute), number, start, start + interval '30 minutes', now(), 'open', 'α', 'α', now()
     from unnest($2::int[]) as number, unnest($3::int[]) as minute, lateral (select to_timestamp(minute * 60.0) as start) as half_hour`,
    [office, rules.queues.map(({ number }) => number), halfHours(first)],
  );
  const found = await placesFoundBy([...CLOSED, "outside-hours", "inactive-queue"]);
  return rules.queues
    .flatMap(({ number }) => halfHours(first).map((minute) => `${number} ${minute}`))
    .filter((half) => !found.has(half))
    .sort();
}

const CLOSED = ["inside-exception", "inside-closure", "on-holiday"];

async function placesFoundBy(checks: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(checks.map(foundByDoctor));
  return new Set(found.flat().map((finding) => finding.split(" ").slice(-2).join(" ")));
}

const closedByDoctor = async (): Promise<string[]> => [...(await placesFoundBy(CLOSED))].sort();

/** Asked as somebody outside would: by what both views publish. */
async function closedByView(): Promise<string[]> {
  const { rows } = await client.query<{ reference: string }>(
    `select reference from visits_check.appointment as visit where exists (
       select from visits_check.closed where closed.office = visit.office and coalesce(closed.queue, visit.queue) = visit.queue
         and closed.starts_at < visit.ends_at and closed.ends_at > visit.starts_at)`,
  );
  return rows.map(({ reference }) => reference).sort();
}
