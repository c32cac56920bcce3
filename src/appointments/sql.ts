import { employeeName } from "../identity/employee-name-sql.ts";
import { IS_LOST } from "../outbox/lost-sql.ts";
import { columns, type Part, part, type Read, type Tx } from "../platform/database/sql.ts";
import { type ColumnsOf, columnsWhere, type StoredAppointment } from "./field/columns.ts";
import { searchWords } from "./names/search-words.ts";
import type { LengthTerms } from "./place/length.ts";
import { servedOn } from "./served-on-sql.ts";
import { TO_BE_NOTIFIED } from "./statuses.ts";

/** All SQL that writes appointments, and that reads them one by one or by the day. */

export interface AppointmentRow extends StoredAppointment {
  readonly created_by_name: string | null;
}

/** As an appointment begins; what is left out comes about later. */
export type NewRow = Omit<
  StoredAppointment,
  ColumnsOf<{ readonly written: "later" | "never" }> | "cancellation_reason"
>;

export const NEW_COLUMNS = columns(columnsWhere(({ written }) => written === "first" || written === "always"));
/** All that the program reads of one */
const STORED_COLUMNS = columns(columnsWhere());
const CHANGING_COLUMNS = columns(columnsWhere(({ written }) => written === "later" || written === "always"));

/** The new row's reference; null when a live appointment is already there: the constraint is the last line. */
export async function insertAppointment(tx: Tx, officeId: number, row: NewRow): Promise<string | null> {
  const rows = await tx.sql<{ reference: string }>`with ${adding(officeId, row)} select reference from added`;
  return rows[0]?.reference ?? null;
}

/** The same in a transaction's last statement; `more` queries read `added`, and find a row if one was added. */
export async function insertAtLast(tx: Tx, officeId: number, row: NewRow, more: Part): Promise<string | null> {
  const rows = await tx.last<{ reference: string }>`
    with ${adding(officeId, row)}, ${more} select reference from added`;
  return rows[0]?.reference ?? null;
}

/** The words by which it is found are written with it. */
const adding = (officeId: number, row: NewRow): Part => part`
  added as (
    insert into appointment (office_id, ${NEW_COLUMNS}) select ${officeId}::integer, ${NEW_COLUMNS}
    from json_populate_record(null::appointment, ${JSON.stringify(row)}::json)
    on conflict do nothing returning office_id, id, reference
  ), found_by as (
    insert into appointment_word (office_id, word, appointment_id)
    select office_id, word, id from added, unnest(${searchWords(row)}::text[]) as word
  )`;

/**
 * Every act on an appointment ends here. False, and nothing written, when its version has moved or it was made anonymous
 * meanwhile.
 */
export async function updateAppointment(
  tx: Tx,
  officeId: number,
  before: AppointmentRow,
  after: AppointmentRow,
): Promise<boolean> {
  const rows = await tx.sql`
    with changed as (
      update appointment set (${CHANGING_COLUMNS}) = (
        select ${CHANGING_COLUMNS} from json_populate_record(null::appointment, ${JSON.stringify(after)}::json))
      where office_id = ${officeId} and id = ${before.id} and version = ${before.version} and anonymized_at is null
      returning id
    )${replacingWords(officeId, before, after)} select from changed`;
  return rows.length === 1;
}

/** Of a row that was changed, the words by which it is found; nothing where they stay. */
function replacingWords(officeId: number, before: AppointmentRow, after: AppointmentRow): Part {
  const [old, now] = [searchWords(before), searchWords(after)];
  const gone = old.filter((word) => !now.includes(word));
  const come = now.filter((word) => !old.includes(word));
  if (gone.length + come.length === 0) return part``;
  return part`, gone as (
      delete from appointment_word
      where office_id = ${officeId} and word = any(${gone}::text[]) and appointment_id = ${before.id}
        and exists (select from changed)
    ), come as (
      insert into appointment_word (office_id, word, appointment_id)
      select ${officeId}::integer, word, id from changed, unnest(${come}::text[]) as word
      on conflict do nothing
    )`;
}

const rowsOf = (officeId: number): Part => part`
    select ${STORED_COLUMNS}, ${employeeName("created_by")} as created_by_name from appointment where office_id = ${officeId}`;

export async function appointmentById(tx: Read, officeId: number, id: string): Promise<AppointmentRow | null> {
  const rows = await tx.sql<AppointmentRow>`
    ${rowsOf(officeId)} and id = ${id}`;
  return rows[0] ?? null;
}

/** Live and cancelled ones, by time; `from` and `to` half-open. */
export async function appointmentsBetween(
  tx: Read,
  officeId: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<AppointmentRow[]> {
  return tx.sql<AppointmentRow>`
    ${rowsOf(officeId)} and starts_at >= ${from} and starts_at < ${to}
    order by starts_at, queue, created_at`;
}

/** Ids of appointments whose citizen was written and did not get it, as long as that still matters. */
export async function undeliveredBetween(
  tx: Read,
  officeId: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    select distinct appointment.id
    from mail join appointment on appointment.office_id = mail.office_id and appointment.id = appointment_id
    where mail.office_id = ${officeId} and starts_at >= ${from} and starts_at < ${to}
      and status = any (${TO_BE_NOTIFIED}) and ${IS_LOST} order by 1`;
  return rows.map(({ id }) => id);
}

export interface QueueOfDayRow {
  readonly number: number;
  readonly name: string;
  readonly is_default: boolean;
  readonly is_public: boolean;
  readonly slot_minutes: number;
  readonly employee: string | null;
  readonly served_by: number | null;
}

/**
 * Its employee of that date: for a day it may be somebody else. Archived queues too, on days on which somebody is booked
 * there or was served.
 */
export async function queuesOfDay(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<QueueOfDayRow[]> {
  return tx.sql<QueueOfDayRow>`
    select number, name, is_default, is_public, slot_minutes, served_by, ${employeeName("served_by")} as employee
    from queue ${servedOn(date)} where office_id = ${officeId} and (not is_archived or exists (
      select from appointment where appointment.office_id = ${officeId} and appointment.queue = number and live
        and starts_at >= ${date}::timestamp at time zone 'Europe/Athens'
        and starts_at < (${date}::date + 1)::timestamp at time zone 'Europe/Athens'))
    order by number`;
}

/** Services as an office does them: by its own minutes or else the catalogue's. */
export interface ServiceTerms extends LengthTerms {
  /** Of those in `minutes` */
  readonly notOffered: ReadonlySet<string>;
}

type OfficeLength = Pick<LengthTerms, "common" | "longer">;

/** Of some services, or of every one of the catalogue. */
export async function termsOfServices(
  tx: Read,
  officeId: number,
  codes: readonly string[] | null = null,
): Promise<ServiceTerms> {
  const rows = await tx.sql<{ code: string; minutes: number; isOffered: boolean } & OfficeLength>`
    select service.code, coalesce(own.minutes, service.minutes) as minutes, coalesce(own.is_offered, true) as "isOffered",
      common_minutes as common, longer_minutes as longer
    from service join office_settings as settings on settings.office_id = ${officeId}
      left join office_service as own on own.office_id = ${officeId} and own.service = service.code
    where ${codes}::text[] is null or service.code = any (${codes}::text[])`;
  return {
    minutes: new Map(rows.map(({ code, minutes }) => [code, minutes])),
    common: rows[0]?.common ?? 0,
    longer: rows[0]?.longer ?? 0,
    notOffered: new Set(rows.filter(({ isOffered }) => !isOffered).map(({ code }) => code)),
  };
}

export async function rowsByIds(tx: Read, officeId: number, ids: readonly string[]): Promise<AppointmentRow[]> {
  return tx.sql<AppointmentRow>`
    ${rowsOf(officeId)} and id = any(${ids}::uuid[])`;
}

/** When the last live appointment starts; null: there is none. */
export async function lastLiveStart(tx: Read, officeId: number): Promise<Temporal.Instant | null> {
  const rows = await tx.sql<{ starts_at: Temporal.Instant }>`
    select starts_at from appointment where office_id = ${officeId} and live order by starts_at desc limit 1`;
  return rows[0]?.starts_at ?? null;
}
