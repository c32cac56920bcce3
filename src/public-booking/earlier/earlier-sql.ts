import type { StoredAppointment } from "../../appointments/field/columns.ts";
import { visitText } from "../../appointments/field/visit-services.ts";
import type { GivenUp } from "../../appointments/online/freed.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
import type { Interpreter } from "../../text/interpreters.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import type { Asking, Wish } from "./wish.ts";

/**
 * SQL of wishes for an earlier place, and of what is offered. Of whoever has no appointment a row of `appointment` stands for the
 * wish alone (`src/public-booking/notify`).
 */

export async function wishOfVisit(tx: Read, officeId: number, visit: string): Promise<Wish | null> {
  const rows = await tx.sql<Wish>`
    select weekdays, parts, notice, offices from earlier_wish where office_id = ${officeId} and appointment_id = ${visit}`;
  return rows[0] ?? null;
}

/** Changed, it keeps its place in the order. */
export async function writeWish(
  tx: Tx,
  officeId: number,
  visit: string,
  { weekdays, parts, notice, offices, now }: Wish & { readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    insert into earlier_wish (office_id, appointment_id, weekdays, parts, notice, offices, made_at)
    values (${officeId}, ${visit}, ${weekdays}::smallint[], ${parts}::text[], ${notice}, ${offices}::integer[], ${now})
    on conflict (office_id, appointment_id) do update set weekdays = excluded.weekdays, parts = excluded.parts,
      notice = excluded.notice, offices = excluded.offices`;
}

export async function deleteWish(tx: Tx, officeId: number, visit: string): Promise<void> {
  await tx.sql`delete from earlier_wish where office_id = ${officeId} and appointment_id = ${visit}`;
}

/** Of visits that are over, or no more. */
export async function deleteWishesOver(tx: Tx, officeId: number, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    delete from earlier_wish using appointment as visit
    where earlier_wish.office_id = ${officeId} and not without_visit and visit.office_id = ${officeId} and visit.id = appointment_id
      and (status <> 'booked' or starts_at <= ${now})`;
}

export interface OfferedPlace extends GivenUp {
  /** Whose the place is, by its id */
  readonly office: number;
  /** The row that holds the place */
  readonly hold: string;
  readonly until: Temporal.Instant;
}

/** The offer of a visit that waits for its answer; null: none does. */
export async function openOffer(tx: Read, officeId: number, visit: string): Promise<OfferedPlace | null> {
  const rows = await tx.sql<OfferedPlace>`
    select place_office as office, hold, queue, starts_at, ends_at, until from earlier_offer
    where office_id = ${officeId} and appointment_id = ${visit} and outcome is null`;
  return rows[0] ?? null;
}

/** An offer that somebody was made, whatever they answered; null: it is none of theirs. */
export async function answeredOffer(
  tx: Read,
  officeId: number,
  visit: string,
  hold: string,
): Promise<(OfferedPlace & { readonly outcome: string | null }) | null> {
  const rows = await tx.sql<OfferedPlace & { outcome: string | null }>`
    select place_office as office, hold, queue, starts_at, ends_at, until, outcome from earlier_offer
    where office_id = ${officeId} and appointment_id = ${visit} and hold::text = ${hold}`;
  return rows[0] ?? null;
}

/** Gives it its outcome; false: it has one already. */
export async function settleOffer(
  tx: Tx,
  officeId: number,
  hold: string,
  { outcome, now }: { readonly outcome: "accepted" | "refused"; readonly now: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.sql`
    update earlier_offer set outcome = ${outcome}, settled_at = ${now}
    where office_id = ${officeId} and hold = ${hold} and outcome is null returning true`;
  return rows.length === 1;
}

/** Those whose time is over, and those of visits that are not awaited any more, or earlier by now. */
export const lapseOffers = (tx: Tx, officeId: number, now: Temporal.Instant): Promise<OfferedPlace[]> =>
  tx.sql<OfferedPlace>`
    update earlier_offer as offer set outcome = 'lapsed', settled_at = ${now}
    from appointment as visit
    where offer.office_id = ${officeId} and visit.office_id = ${officeId} and visit.id = offer.appointment_id
      and outcome is null and (until <= ${now} or visit.starts_at <= offer.starts_at or visit.status <> 'booked' and not exists (
        select from earlier_wish as wish
        where wish.office_id = ${officeId} and wish.appointment_id = visit.id and without_visit))
    returning place_office as office, hold, offer.queue, offer.starts_at, offer.ends_at, until`;

export const officesWithEarlierPlaces = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number[]> =>
  (await tx.sql<{ office: number }>`select office from offices_with_earlier_places(${now}) as office`).map(
    ({ office }) => office,
  );

/** Given up, and not offered to all citizens yet. */
export const placesGivenUp = (tx: Read, officeId: number, now: Temporal.Instant): Promise<GivenUp[]> =>
  tx.sql<GivenUp>`
    select queue, starts_at, ends_at from freed_place
    where office_id = ${officeId} and public_from > ${now} and starts_at > ${now} order by starts_at, queue`;

/** Of the office that has their appointment, by its id. */
export interface Wisher {
  readonly office: number;
  readonly visit: string;
}

interface Wanted extends Asking {
  readonly place: GivenUp;
  /** Since when a person's offers of today are counted, and how many they may be */
  readonly today: Temporal.Instant;
  readonly most: number;
}

/** Who may be asked for a place of an office, in the published order: whoever wished first. */
export const wishersFor = (
  tx: AcrossOffices,
  officeId: number,
  { place, weekday, part, notices, today, most }: Wanted,
) =>
  tx.sql<Wisher>`
    select office_id as office, visit
    from wishers_for(${officeId}, ${place.starts_at}, ${weekday}, ${part}, ${notices}::text[], ${today}, ${most})`;

export interface WisherVisit {
  /** All that is done, as `visitText` writes it */
  readonly service: string;
  readonly language: CitizensLanguage;
  readonly email: string;
  readonly interpreter: Interpreter | null;
  /** They have no appointment, but a wish alone */
  readonly isWithoutVisit: boolean;
}

/** In the scope of the office that has it; null: it has no e-mail any more. */
export async function visitOfWisher(tx: Read, { office, visit }: Wisher): Promise<WisherVisit | null> {
  const [row] = await tx.sql<WisherVisit & Pick<StoredAppointment, "more_services" | "companions" | "needs">>`
    select service, more_services, companions, needs, interpreter, language, email, exists (
        select from earlier_wish as wish
        where wish.office_id = ${office} and wish.appointment_id = ${visit} and without_visit) as "isWithoutVisit"
    from appointment where office_id = ${office} and id = ${visit} and email is not null`;
  return row ? { ...row, service: visitText(row) } : null;
}

/** Nobody else offers them anything until the transaction ends, in whichever office. */
export async function lockWisher(tx: Tx, { visit }: Pick<Wisher, "visit">): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`earlier ${visit}`}, 0))`;
}

/** What they took, once it was theirs: the place that this row held in another office, and its id; null: they took none. */
export async function takenElsewhere(tx: Read, officeId: number, hold: string): Promise<number | null> {
  const rows = await tx.sql<{ office: number }>`
    select place_office as office from earlier_offer
    where office_id = ${officeId} and hold::text = ${hold} and outcome = 'accepted' and place_office <> office_id`;
  return rows[0]?.office ?? null;
}

export async function insertOffer(
  tx: Tx,
  officeId: number,
  visit: string,
  { office, hold, queue, starts_at, ends_at, until, now }: OfferedPlace & { readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    insert into earlier_offer (office_id, place_office, hold, appointment_id, queue, starts_at, ends_at, made_at, until)
    values (${officeId}, ${office}, ${hold}, ${visit}, ${queue}, ${starts_at}, ${ends_at}, ${now}, ${until})`;
}
