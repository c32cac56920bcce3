import type { Tx } from "../platform/database/sql.ts";

/**
 * The first line against two in one place (design.md §3): whoever writes an appointment holds its office's lock
 * shared, so that no rule changes under her, and then its days exclusively, in order. Whoever writes a rule takes the
 * office's lock alone. A move holds two days; one day is its own second.
 */
export async function lockDays(
  tx: Tx,
  officeId: number,
  a: Temporal.PlainDate,
  b: Temporal.PlainDate = a,
): Promise<void> {
  const [first, second] = [dayNumber(a), dayNumber(b)].sort((x, y) => x - y);
  await tx.sql`select pg_advisory_xact_lock_shared(${officeId}::int, 0),
    pg_advisory_xact_lock(${officeId}::int, ${first}::int), pg_advisory_xact_lock(${officeId}::int, ${second}::int)`;
}

/** Days since the epoch: never 0, which is the office's own lock. */
const dayNumber = (date: Temporal.PlainDate): number =>
  Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "day" }).days;
