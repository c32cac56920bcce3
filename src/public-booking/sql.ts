import { part, type Read } from "../platform/database/sql.ts";
import { instantOf, localDay } from "../platform/time.ts";
import { PLACE, type PlaceToGo } from "./office-sql.ts";
import type { OnlineTerms } from "./terms.ts";

/** SQL of how an office serves citizens online. */

/** Columns of an office */
export const TERMS = part`online_lead_minutes as "leadMinutes", online_horizon_days as "horizonDays",
  online_release_time as "releaseTime", online_counter_percent as "counterPercent", online_limit as "limit",
  online_by_phone as "byPhone"`;

export async function onlineTerms(tx: Read, officeId: number): Promise<OnlineTerms> {
  const rows = await tx.sql<OnlineTerms>`select ${TERMS} from office where id = ${officeId}`;
  return rows[0] as OnlineTerms;
}

/** The same with where it is. */
export async function placeAndTerms(tx: Read, officeId: number): Promise<PlaceToGo & OnlineTerms> {
  const rows = await tx.sql<PlaceToGo & OnlineTerms>`
    select code, name, ${PLACE}, ${TERMS} from office where id = ${officeId}`;
  return rows[0] as PlaceToGo & OnlineTerms;
}

/** By date, how many minutes of it citizens have taken; from `first` to `last`, both included. */
export async function minutesTakenOnline(
  tx: Read,
  officeId: number,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const [from, to] = [instantOf(localDay(first).from), instantOf(localDay(last).to)];
  const rows = await tx.sql<{ date: string; minutes: number }>`
    select ((starts_at at time zone 'Europe/Athens')::date)::text as date,
      sum(minute_of(ends_at) - minute_of(starts_at))::integer as minutes
    from appointment
    where office_id = ${officeId} and live and channel = 'online' and starts_at >= ${from} and starts_at < ${to}
    group by 1`;
  return new Map(rows.map(({ date, minutes }) => [date, minutes]));
}

/** How long after a visit it is known whose it was. */
export async function daysNamesAreKept(tx: Read): Promise<number> {
  const [row] = await tx.sql<{ days: number }>`select days from retention`;
  return (row as { days: number }).days;
}

/** As letters to citizens name their sender. */
export async function lettersSender(tx: Read): Promise<string> {
  const [row] = await tx.sql<{ name: string }>`select sender_name as name from letter_frame`;
  return (row as { name: string }).name;
}
