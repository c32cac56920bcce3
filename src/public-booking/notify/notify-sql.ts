import type { StoredAppointment } from "../../appointments/field/columns.ts";
import { visitText } from "../../appointments/field/visit-services.ts";
import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
import { dateOf } from "../../platform/time.ts";
import type { CitizensLanguage } from "../../text/languages.ts";
import type { FreeWish } from "./free-wish.ts";

/** SQL of wishes of people who have no appointment. Their rows of `appointment` are written by `wish-row.ts` there. */

export interface StoredWish extends FreeWish {
  /** Of the row that stands for it */
  readonly id: string;
  /** All that is to be done, as `visitText` writes it */
  readonly service: string;
  readonly language: CitizensLanguage;
  readonly email: string;
  readonly isConfirmed: boolean;
}

interface Row
  extends Omit<StoredWish, "last" | "service">,
    Pick<StoredAppointment, "service" | "more_services" | "companions" | "needs"> {
  readonly starts_at: Temporal.Instant;
}

/** Null: there is none, or no more. */
export async function storedWish(tx: Read, officeId: number, id: string): Promise<StoredWish | null> {
  const [row] = await tx.sql<Row>`
    select id, service, more_services, companions, needs, language, email, weekdays, parts, notice, offices, starts_at,
      first_day as first, is_confirmed as "isConfirmed"
    from earlier_wish as wish join appointment as visit
      on visit.office_id = wish.office_id and visit.id = wish.appointment_id
    where wish.office_id = ${officeId} and wish.appointment_id = ${id} and without_visit and email is not null`;
  if (!row) return null;
  const { more_services: _more, companions: _companions, needs: _needs, starts_at, ...wish } = row;
  return { ...wish, service: visitText(row), last: dateOf(starts_at) };
}

/** It counts for nothing yet. */
export async function insertFreeWish(
  tx: Tx,
  officeId: number,
  id: string,
  { weekdays, parts, notice, offices, first, now }: FreeWish & { readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    insert into earlier_wish (office_id, appointment_id, weekdays, parts, notice, offices, first_day, made_at, without_visit,
      is_confirmed)
    values (${officeId}, ${id}, ${weekdays}::smallint[], ${parts}::text[], ${notice}, ${offices}::integer[], ${first}, ${now},
      true, false)`;
}

/** Changed, it keeps its place in the order. */
export async function updateFreeWish(
  tx: Tx,
  officeId: number,
  id: string,
  { weekdays, parts, notice, offices, first }: FreeWish,
): Promise<void> {
  await tx.sql`
    update earlier_wish set weekdays = ${weekdays}::smallint[], parts = ${parts}::text[], notice = ${notice},
      offices = ${offices}::integer[], first_day = ${first}
    where office_id = ${officeId} and appointment_id = ${id} and without_visit`;
}

/** From then on it has its place in the order. */
export async function confirmFreeWish(tx: Tx, officeId: number, id: string, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update earlier_wish set is_confirmed = true, made_at = ${now}
    where office_id = ${officeId} and appointment_id = ${id} and without_visit`;
}

/** Whose last day has passed, who let three places pass, and those that nobody has confirmed for a day. */
export async function freeWishesOver(tx: Read, officeId: number, now: Temporal.Instant): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    select id from earlier_wish as wish join appointment as visit
      on visit.office_id = wish.office_id and visit.id = wish.appointment_id
    where wish.office_id = ${officeId} and without_visit
      and (starts_at <= ${now} or not is_confirmed and made_at <= ${now.subtract({ hours: 24 })}
        or has_let_pass(${officeId}, id))
    order by id`;
  return rows.map(({ id }) => id);
}

export interface WishAt {
  readonly office: number;
  readonly id: string;
  readonly isOfPlace: boolean;
}

/** Of somebody with these marks, in whichever offices; and whose offer was this place. */
export const wishesOfPerson = (
  tx: AcrossOffices,
  keys: readonly Buffer[],
  place: { readonly office: number; readonly hold: string } | null,
): Promise<WishAt[]> =>
  tx.sql<WishAt>`
    select office_id as office, visit as id, is_of_place as "isOfPlace"
    from wishes_of_person(${keys}::bytea[], ${place?.office ?? null}, ${place?.hold ?? null}::uuid)`;

/** What is known of its owner again. */
export async function deletePerson(tx: Tx, officeId: number, id: string): Promise<void> {
  await tx.sql`delete from online_person where office_id = ${officeId} and appointment_id = ${id}`;
}

/** How many wait for a place of the transaction's office, by weekday; 0: on whichever. */
export interface WaitingCount {
  readonly weekday: number;
  readonly earlier: number;
  readonly withoutVisit: number;
}

export const countWaiting = (tx: AcrossOffices): Promise<WaitingCount[]> =>
  tx.sql<WaitingCount>`select weekday, earlier, without_visit as "withoutVisit" from count_wishes()`;
