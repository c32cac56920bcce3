import type { Read, Tx } from "../platform/database/sql.ts";

export interface HolidayRow {
  readonly date: Temporal.PlainDate;
  readonly name: string;
  readonly name_en: string;
  readonly closed_from_minute: number;
  readonly version: number;
  readonly sweep: string | null;
}
export type DefaultHoliday = Omit<HolidayRow, "version" | "sweep">;

export const holidaysOf = (tx: Read, year: number): Promise<HolidayRow[]> => tx.sql<HolidayRow>`
  select date, name, name_en, closed_from_minute, version, sweep from holiday
  where date between make_date(${year}::integer, 1, 1) and make_date(${year}::integer, 12, 31) order by date`;

/** As the law has them, by date. */
export const defaultHolidays = (tx: Read, year: number): Promise<DefaultHoliday[]> => tx.sql<DefaultHoliday>`
  select date, name, name_en, closed_from_minute from holiday_defaults(${year}::integer) order by date`;

export async function holidayOn(tx: Read, date: string): Promise<HolidayRow | null> {
  const rows = await tx.sql<HolidayRow>`
    select date, name, name_en, closed_from_minute, version, sweep from holiday where date = ${date}::date`;
  return rows[0] ?? null;
}

export async function insertHoliday(tx: Tx, { date, name, name_en, closed_from_minute, version, sweep }: HolidayRow) {
  await tx.sql`insert into holiday (date, name, name_en, closed_from_minute, version, sweep)
    values (${date}, ${name}, ${name_en}, ${closed_from_minute}, ${version}, ${sweep})`;
}

export async function deleteHolidayRow(tx: Tx, date: Temporal.PlainDate): Promise<void> {
  await tx.sql`delete from holiday where date = ${date}::date`;
}
