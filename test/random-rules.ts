import fc from "fast-check";
import type pg from "pg";

/** Rules of an office, its queues and the ministry, as nobody would think of them; times in half hours. */
export interface Rules {
  readonly queues: readonly QueueRules[];
  readonly exceptions: readonly (Span & { readonly queue: number | null; readonly kind: "closed" | "extra" })[];
  readonly closures: readonly (Span & { readonly region: string | null })[];
  readonly holidays: readonly { readonly date: string; readonly fromHalf: number }[];
}

interface QueueRules {
  readonly number: number;
  readonly active: boolean;
  readonly archived: boolean;
  readonly hours: readonly Hours[];
  /** Of the two who share the queues; on some dates the other one */
  readonly employee: 1 | 2;
  readonly substitutes: readonly string[];
  readonly activity: readonly { readonly from: string; readonly to: string; readonly active: boolean }[];
}

interface Hours {
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
  /** Of a season: from this date on, or before it */
  readonly season: "always" | "before" | "since";
  readonly turn: string;
}

/** Local time in Athens, ISO text */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** @param weekdays on how many at least and at most a queue has hours */
export function rulesFrom(
  first: Temporal.PlainDate,
  days: number,
  weekdays: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<Rules> {
  const date = fc.integer({ min: 0, max: days - 1 }).map((n) => first.add({ days: n }).toString());
  const half = fc.integer({ min: 0, max: 47 });
  const at = fc.tuple(date, half).map(([day, n]) => `${day}T${clock(n)}`);
  const span = fc
    .tuple(at, at)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
  const number = fc.constantFrom(1, 2, 3);
  const hours = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    // Not within the hour that October's clock shows twice: the program takes the first one, PostgreSQL the second.
    opens: fc.integer({ min: 0, max: 30 }).filter((half) => half !== 6 && half !== 7),
    closes: fc.integer({ min: 31, max: 48 }),
    season: fc.constantFrom("always", "always", "before", "since"),
    turn: date,
  }) satisfies fc.Arbitrary<Hours>;
  const queue = fc.record({
    active: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false)),
    archived: fc.oneof({ arbitrary: fc.constant(false), weight: 8 }, fc.constant(true)),
    // Of a weekday one alone, or one before and one since a date: what overlaps the database refuses.
    hours: fc.uniqueArray(hours, { ...weekdays, selector: ({ weekday }) => weekday }),
    employee: fc.constantFrom(1 as const, 2 as const),
    substitutes: fc.uniqueArray(date, { maxLength: 1 }),
    activity: fc.array(fc.record({ from: date, to: date, active: fc.boolean() }), { maxLength: 1 }),
  });
  return fc.record({
    queues: fc.tuple(queue, queue, queue).map((all) => all.map((rules, index) => ({ ...rules, number: index + 1 }))),
    exceptions: fc.array(
      fc
        .tuple(span, fc.option(number), fc.constantFrom("closed" as const, "extra" as const))
        .map(([time, of, kind]) => ({
          ...time,
          queue: of,
          kind,
        })),
      { maxLength: 4 },
    ),
    closures: fc.array(
      fc.tuple(span, fc.constantFrom(null, "Κρήτη", "Ήπειρος")).map(([time, region]) => ({ ...time, region })),
      { maxLength: 2 },
    ),
    holidays: fc.uniqueArray(fc.record({ date, fromHalf: fc.constantFrom(0, 0, 26, 40) }), {
      maxLength: 2,
      selector: (holiday) => holiday.date,
    }),
  });
}

const clock = (half: number): string => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;

/** Beyond any employee that there is */
const STAFF = 1_000_000;

/** An office of Crete that has these rules; answers with its id. */
export async function insertRules(client: pg.Client, rules: Rules): Promise<number> {
  await client.query("delete from holiday");
  await client.query(
    "insert into service (code, name, short_name, name_en, minutes) values ('open', 'α', 'α', 'a', 15)",
  );
  const { rows } = await client.query<{ id: number }>(
    "insert into office (code, name, municipality, region) values ('0001', 'α', 'α', 'Κρήτη') returning id",
  );
  const office = rows[0]?.id as number;
  await client.query(`insert into employee (id, afm, last_name, first_name, synced_at) overriding system value
    select n, n, 'α', 'α', now() from generate_series(${STAFF} + 1, ${STAFF} + 2) as n`);
  await client.query(INSERTS, [office, JSON.stringify(rules), STAFF]);
  return office;
}

const LOCAL = (time: string) => `(${time})::timestamp at time zone 'Europe/Athens'`;
const VALID = `case season when 'before' then daterange(null, turn) when 'since' then daterange(turn, null)
  else daterange(null, null) end`;

const INSERTS = `
  with rules as (select $1::int as office, $2::jsonb as rules), queues as (
    insert into queue (office_id, number, name, is_active, is_archived, employee_id)
    select office, number, 'α', active, archived, $3::int + employee from rules, jsonb_to_recordset(rules -> 'queues')
      as of (number int, active boolean, archived boolean, employee int)
  ), substitutes as (
    insert into queue_substitute (office_id, queue, date, employee_id)
    select office, number, date, $3::int + 3 - employee from rules, jsonb_to_recordset(rules -> 'queues')
      as of (number int, substitutes jsonb, employee int), lateral (
        select text::date as date from jsonb_array_elements_text(substitutes) as text) as each
  ), hours as (
    insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute, valid)
    select office, number, weekday, opens * 30, closes * 30, ${VALID} from rules, jsonb_to_recordset(rules -> 'queues')
      as of (number int, hours jsonb), jsonb_to_recordset(hours) as each (weekday int, opens int, closes int, season text, turn date)
  ), activity as (
    insert into queue_activity (office_id, queue, valid, is_active)
    select office, number, daterange(least("from", "to"), greatest("from", "to"), '[]'), active
    from rules, jsonb_to_recordset(rules -> 'queues') as of (number int, activity jsonb),
      jsonb_to_recordset(activity) as each ("from" date, "to" date, active boolean)
  ), exceptions as (
    insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
    select office, gen_random_uuid(), queue, kind, ${LOCAL('"from"')}, ${LOCAL('"to"')}, 'α', 'epoch'
    from rules, jsonb_to_recordset(rules -> 'exceptions') as each (queue int, kind text, "from" text, "to" text)
    where ${LOCAL('"from"')} < ${LOCAL('"to"')}
  ), closures as (
    insert into closure (id, region, starts_at, ends_at, reason, created_at)
    select gen_random_uuid(), region, ${LOCAL('"from"')}, ${LOCAL('"to"')}, 'α', 'epoch'
    from rules, jsonb_to_recordset(rules -> 'closures') as each (region text, "from" text, "to" text)
    where ${LOCAL('"from"')} < ${LOCAL('"to"')}
  )
  insert into holiday (date, name, name_en, closed_from_minute)
  select date, 'α', 'a', "fromHalf" * 30 from rules, jsonb_to_recordset(rules -> 'holidays') as each (date date, "fromHalf" int)`;
