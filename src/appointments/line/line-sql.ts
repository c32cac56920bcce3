import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of the numbers by which appointments are called, and of the calls that the office's screens show. */

/** Of a day; those of tickets have other letters. */
const FIRST = 101;
const LAST = 999;

interface VisitOnDay {
  readonly appointment: string;
  readonly date: Temporal.PlainDate;
}

/** The day's next number, unless the appointment has one on that day, or all were given. Its day is locked. */
export async function giveVisitNumber(tx: Tx, officeId: number, { appointment, date }: VisitOnDay): Promise<void> {
  await tx.sql`
    insert into visit_number (office_id, date, number, appointment_id)
    select ${officeId}, ${date}, next, ${appointment}
    from (select coalesce(max(number) + 1, ${FIRST}::integer) as next
      from visit_number where office_id = ${officeId} and date = ${date}) as last
    where next <= ${LAST}::integer
    on conflict do nothing`;
}

/** Null: all of the day's numbers were given before. */
export async function numberOfVisit(
  tx: Read,
  officeId: number,
  { appointment, date }: VisitOnDay,
): Promise<number | null> {
  const rows = await tx.sql<{ number: number }>`
    select number from visit_number
    where office_id = ${officeId} and appointment_id = ${appointment} and date = ${date}`;
  return rows[0]?.number ?? null;
}

export const visitNumbersOn = (
  tx: Read,
  officeId: number,
  date: Temporal.PlainDate,
): Promise<{ readonly appointment: string; readonly number: number }[]> =>
  tx.sql<{ appointment: string; number: number }>`
    select appointment_id as appointment, number from visit_number
    where office_id = ${officeId} and date = ${date} order by number`;

export interface LineCall {
  readonly visit: string;
  /** Of the visit, made by the act that called it */
  readonly version: number;
  readonly date: Temporal.PlainDate;
  readonly letter: string;
  readonly number: number;
  readonly counter: number;
  readonly at: Temporal.Instant;
}

export async function insertLineCall(tx: Tx, officeId: number, call: LineCall): Promise<void> {
  await tx.sql`
    insert into line_call (office_id, visit, version, date, letter, number, counter, at)
    values (${officeId}, ${call.visit}, ${call.version}, ${call.date}, ${call.letter}, ${call.number}, ${call.counter},
      ${call.at})`;
}

interface Visit {
  readonly visit: string;
}

/** Whether a counter's call of a visit stands. */
export async function isCalledTo(
  tx: Read,
  officeId: number,
  { visit, counter }: Visit & Pick<LineCall, "counter">,
): Promise<boolean> {
  const rows = await tx.sql`
    select from line_call
    where office_id = ${officeId} and visit = ${visit} and counter = ${counter} and withdrawn_at is null limit 1`;
  return rows.length === 1;
}

/** What an act had called is called no more. */
export async function withdrawLineCall(
  tx: Tx,
  officeId: number,
  { visit, version, at }: Visit & Pick<LineCall, "version" | "at">,
): Promise<void> {
  await tx.sql`
    update line_call set withdrawn_at = ${at} where office_id = ${officeId} and visit = ${visit} and version = ${version}`;
}

/** The calls of a day that stand, the latest first. */
export const lineCallsOn = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<Omit<LineCall, "date">[]> =>
  tx.sql<Omit<LineCall, "date">>`
    select visit, version, letter, number, counter, at from line_call
    where office_id = ${officeId} and date = ${date} and withdrawn_at is null order by at desc, version desc`;
