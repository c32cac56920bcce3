import { part, type Tx } from "../../platform/database/sql.ts";

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
 * The same without waiting; false when somebody is at it. Then a look at the facts may already show that the place is
 * gone, and nobody need queue up for it. What was locked until then stays so, in the same order: no deadlock. Statements
 * that travel behind it learn the answer from `dayIsLocked`.
 */
export async function tryLockDays(tx: Tx, officeId: number, ...days: Days): Promise<boolean> {
  const [first, second] = inOrder(days);
  const rows = await tx.sql<{ locked: boolean }>`
    select set_config('visits.day_is_locked', (case
      when not pg_try_advisory_xact_lock_shared(${officeId}::int, 0) then false
      when not pg_try_advisory_xact_lock(${officeId}::int, ${first}::int) then false
      else pg_try_advisory_xact_lock(${officeId}::int, ${second}::int) end)::text, true) = 'true' as locked`;
  return rows[0]?.locked === true;
}

/** Of the transaction's last try; each statement sees it, and all that was committed before the lock was had. */
export const dayIsLocked = part`current_setting('visits.day_is_locked') = 'true'`;

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
