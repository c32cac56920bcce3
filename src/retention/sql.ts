import { announceRules } from "../live/announce.ts";
import type { AcrossOffices, Read, Tx } from "../platform/database/sql.ts";

/** SQL of what is made anonymous because its time is over (db/functions/anonymize_due.sql). */

export const officesToAnonymize = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select office from offices_to_anonymize(${now}) as office`).map(
    ({ office }) => office,
  );

/** How many were made anonymous, at most so many; null: another process is at this office. */
export async function anonymizeDue(
  tx: Tx,
  officeId: number,
  now: Temporal.Instant,
  most: number,
): Promise<number | null> {
  const rows = await tx.sql<{ done: number | null }>`select anonymize_due(${officeId}, ${now}, ${most}) as done`;
  const done = rows[0]?.done ?? null;
  // Whoever shows a day of long ago shows nobody of it any more.
  if (done) announceRules(tx, officeId);
  return done;
}

/** Whose day is over, of all offices. */
export const forgetLineKeys = (tx: AcrossOffices<Tx>): Promise<unknown> => tx.sql`select forget_line_keys()`;

/** All appointments of all offices are looked at again, as if nothing had been made anonymous yet. */
export async function forgetReached(tx: Tx): Promise<void> {
  await tx.sql`update anonymized_until set date = '-infinity'`;
}

/** What an office keeps, as it stands on a day. */
interface OfficeRetention {
  readonly days: number;
  /** Those that are made anonymous when the day is over */
  readonly tonight: number;
}

export async function officeRetention(tx: Read, officeId: number, today: Temporal.PlainDate): Promise<OfficeRetention> {
  const rows = await tx.sql<OfficeRetention>`
    select days, (select count(*)::integer from appointment
      where office_id = ${officeId} and starts_at >= (${today}::date - days)::timestamp at time zone 'Europe/Athens'
        and starts_at < (${today}::date - days + 1)::timestamp at time zone 'Europe/Athens'
        and anonymized_at is null) as tonight
    from retention`;
  return rows[0] as OfficeRetention;
}
