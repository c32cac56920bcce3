import type { OfQueue } from "../availability/facts.ts";
import { part, type Read } from "../platform/database/sql.ts";
import { instantOf, localDay } from "../platform/time.ts";
import { PLACE, type PlaceToGo } from "./office-sql.ts";
import type { OnlineTerms } from "./terms.ts";

/** SQL of how an office serves citizens online. */

/** Of an office's `settings`, as its own row is called here, or what `online_terms` answers. */
export const TERMS = part`settings.online_lead_minutes as "leadMinutes", settings.online_horizon_days as "horizonDays",
  settings.online_release_time as "releaseTime", settings.online_counter_percent as "counterPercent",
  settings.online_limit as "limit", settings.online_held_percent as "heldPercent",
  settings.online_partner_percent as "partnerPercent", settings.online_offer_minutes as "offerMinutes",
  settings.online_by_phone as "byPhone"`;

/** Beside `office`, in a transaction of that office. */
export const OWN_SETTINGS = part`join office_settings as settings on settings.office_id = office.id`;

export async function onlineTerms(tx: Read, officeId: number): Promise<OnlineTerms> {
  const rows =
    await tx.sql<OnlineTerms>`select ${TERMS} from office_settings as settings where office_id = ${officeId}`;
  return rows[0] as OnlineTerms;
}

/** The same with where it is. */
export async function placeAndTerms(tx: Read, officeId: number): Promise<PlaceToGo & OnlineTerms> {
  const rows = await tx.sql<PlaceToGo & OnlineTerms>`
    select code, name, ${PLACE}, ${TERMS} from office ${OWN_SETTINGS} where office.id = ${officeId}`;
  return rows[0] as PlaceToGo & OnlineTerms;
}

/** What decides besides the counter's own facts which times citizens are offered. */
export interface OnlineFacts {
  /** By date, how many minutes of it citizens have taken */
  readonly taken: ReadonlyMap<string, number>;
  /** And how many of these are held for browsers of which nothing is known yet */
  readonly held: ReadonlyMap<string, number>;
  /** And how many were confirmed through mailboxes of domains of which nobody had come */
  readonly unproven: ReadonlyMap<string, number>;
  readonly freed: readonly FreedPlace[];
}

/** A place that was given up and is not offered to citizens yet; half-open, epoch minutes. */
export interface FreedPlace extends OfQueue {
  /** Epoch milliseconds: from then on they are */
  readonly publicFrom: number;
}

interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** From `first` to `last`, both included, in one statement. */
export async function onlineFacts(
  tx: Read,
  officeId: number,
  { first, last }: Days,
  now: Temporal.Instant,
): Promise<OnlineFacts> {
  const [from, to] = [instantOf(localDay(first).from), instantOf(localDay(last).to)];
  const [row] = await tx.sql<OnlineFactsRow>`
    select
      (select coalesce(json_agg(json_build_array(date, minutes, held)), '[]') from (
        select (starts_at at time zone 'Europe/Athens')::date as date, sum(minute_of(ends_at) - minute_of(starts_at)) as minutes,
          coalesce(sum(minute_of(ends_at) - minute_of(starts_at)) filter (where status = 'held' and exists (
            select from booking_form as form
            where form.office_id = ${officeId} and form.appointment_id = appointment.id and person_key is null)), 0) as held
        from appointment
        where office_id = ${officeId} and live and channel = 'online' and starts_at >= ${from} and starts_at < ${to}
        group by 1) as of_day) as days,
      (select coalesce(json_agg(json_build_array(date, minutes)), '[]') from (
        select (starts_at at time zone 'Europe/Athens')::date as date, sum(minute_of(ends_at) - minute_of(starts_at)) as minutes
        from online_person as person join appointment on appointment.office_id = person.office_id and id = appointment_id
        where person.office_id = ${officeId} and is_new_domain and live and starts_at >= ${from} and starts_at < ${to}
        group by 1) as of_day) as unproven,
      (select coalesce(json_agg(part), '[]') from (
        select queue, minute_of(starts_at) as "from", minute_of(ends_at) as "to",
          floor(extract(epoch from public_from) * 1000) as "publicFrom"
        from freed_place
        where office_id = ${officeId} and public_from > ${now} and starts_at >= ${from} and starts_at < ${to}) as part) as freed`;
  const { days = [], unproven = [], freed = [] } = row ?? {};
  return {
    taken: new Map(days.map(([date, minutes]) => [date, minutes])),
    held: new Map(days.map(([date, , held]) => [date, held])),
    unproven: new Map(unproven),
    freed,
  };
}

interface OnlineFactsRow {
  readonly days: readonly (readonly [string, number, number])[];
  readonly unproven: readonly (readonly [string, number])[];
  readonly freed: readonly FreedPlace[];
}

/** How long after a visit it is known whose it was. */
export async function visitRetentionDays(tx: Read): Promise<number> {
  const [row] = await tx.sql<{ days: number }>`select days from retention`;
  return (row as { days: number }).days;
}

/** As letters to citizens name their sender. */
export async function lettersSender(tx: Read): Promise<string> {
  const [row] = await tx.sql<{ name: string }>`select sender_name as name from letter_frame`;
  return (row as { name: string }).name;
}
