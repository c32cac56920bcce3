import type { Part, Tx } from "../../platform/database/sql.ts";

/**
 * The first line against two in one place. An act on an appointment holds its office's lock shared, so that no rule
 * changes meanwhile, and then its days exclusively, in order. A change of rules takes the office's lock alone. A move
 * holds two days; one day is its own second.
 */
export async function lockDays(tx: Tx, officeId: number, ...days: Days): Promise<void> {
  const [first, second] = inOrder(days);
  await tx.sql`select pg_advisory_xact_lock_shared(${officeId}::int, 0),
    pg_advisory_xact_lock(${officeId}::int, ${first}::int), pg_advisory_xact_lock(${officeId}::int, ${second}::int)`;
}

/**
 * The same unless the place is seen to be gone, for which nobody need queue up: false. What is asked behind it sees, with the lock,
 * all that was committed before it was had.
 */
export async function lockDaysUnless(tx: Tx, officeId: number, isGone: Part, ...days: Days): Promise<boolean> {
  const [first, second] = inOrder(days);
  const rows = await tx.sql<{ locked: boolean }>`
    select case
      when ${isGone} then false
      when pg_advisory_xact_lock_shared(${officeId}::int, 0) is null then null
      when pg_advisory_xact_lock(${officeId}::int, ${first}::int) is null then null
      else pg_advisory_xact_lock(${officeId}::int, ${second}::int) is not null end as locked`;
  return rows[0]?.locked === true;
}

/** For a change of rules, or of so many days that locking them one by one would exhaust the lock table. */
export async function lockOffice(tx: Tx, officeId: number): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(${officeId}::int, 0)`;
}

type Days = readonly [Temporal.PlainDate, Temporal.PlainDate?];

const inOrder = ([a, b = a]: Days): [number, number] => {
  const [first, second] = [dayNumber(a), dayNumber(b)];
  return first <= second ? [first, second] : [second, first];
};

/** Days since the epoch: never 0, which is the office's own lock. */
const dayNumber = (date: Temporal.PlainDate): number =>
  Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "day" }).days;
