import type { Read, Tx } from "../platform/database/sql.ts";

/** SQL of what was printed: how often, and who wants to be reminded of it no more. */

export interface SheetOfDate {
  readonly sheet: "day" | "calls";
  readonly date: Temporal.PlainDate;
}

/** The number of this print among those of the same list. */
export async function countPrint(
  tx: Tx,
  officeId: number,
  { sheet, date }: SheetOfDate,
  now: Temporal.Instant,
): Promise<number> {
  const rows = await tx.sql<{ prints: number }>`
    insert into printed_sheet (office_id, sheet, date, prints, printed_at)
    values (${officeId}, ${sheet}, ${date}, 1, ${now})
    on conflict (office_id, sheet, date) do update set prints = printed_sheet.prints + 1, printed_at = excluded.printed_at
    returning prints`;
  return rows[0]?.prints ?? 0;
}

/** Whether the list of a day was printed since its beginning, or this employee has put it away. */
export async function isSettled(
  tx: Read,
  office: { readonly id: number; readonly employeeId: number },
  date: Temporal.PlainDate,
  beginning: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql`
    select from printed_sheet where office_id = ${office.id} and sheet = 'day' and date = ${date}
      and (printed_at >= ${beginning} or ${office.employeeId}::integer = any (put_away_by))`;
  return rows.length > 0;
}

export async function putAway(
  tx: Tx,
  office: { readonly id: number; readonly employeeId: number },
  date: Temporal.PlainDate,
): Promise<void> {
  await tx.sql`
    insert into printed_sheet (office_id, sheet, date, put_away_by)
    values (${office.id}, 'day', ${date}, array[${office.employeeId}::integer])
    on conflict (office_id, sheet, date) do update set put_away_by = printed_sheet.put_away_by || excluded.put_away_by
      where not printed_sheet.put_away_by @> excluded.put_away_by`;
}

/** When the first appointment from a moment on starts; null: there is none. */
export async function nextLiveStart(
  tx: Read,
  officeId: number,
  from: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const rows = await tx.sql<{ starts_at: Temporal.Instant }>`
    select starts_at from appointment where office_id = ${officeId} and live and starts_at >= ${from}
    order by starts_at limit 1`;
  return rows[0]?.starts_at ?? null;
}

/** Of archived ones too. */
export async function queueNames(tx: Read, officeId: number): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.sql<{ number: number; name: string }>`
    select number, name from queue where office_id = ${officeId}`;
  return new Map(rows.map(({ number, name }) => [number, name]));
}
