import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of what happened after a draw. */

export interface DrawEventRow {
  /** Of the draw's events, from 1 on */
  readonly number: number;
  readonly what: "left" | "lost" | "closed" | "opened";
  /** Whose; null: nobody's */
  readonly wish: string | null;
  readonly office: number | null;
  readonly date: Temporal.PlainDate | null;
  readonly part: number | null;
  readonly at: number | null;
}

export const eventsOfDraw = (tx: Read, draw: number): Promise<DrawEventRow[]> =>
  tx.sql<DrawEventRow>`
    select number, what, wish, office, date, part, at from draw_event where draw = ${draw} order by number`;

export async function countEvents(tx: Read, draw: number): Promise<number> {
  const rows = await tx.sql<{ events: number }>`
    select coalesce(max(number), 0) as events from draw_event where draw = ${draw}`;
  return rows[0]?.events ?? 0;
}

/** Behind the lock of its draw: events come one after the other. */
export async function insertEvent(
  tx: Tx,
  draw: number,
  {
    what,
    wish = null,
    office = null,
    date = null,
    part = null,
    at = null,
  }: Partial<DrawEventRow> & Pick<DrawEventRow, "what">,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into draw_event (draw, number, what, wish, office, date, part, at, happened_at)
    select ${draw}::integer, coalesce(max(number), 0) + 1, ${what}::text, ${wish}::text, ${office}::integer, ${date}::date,
      ${part}::smallint, ${at}::smallint, ${now}::timestamptz
    from draw_event where draw = ${draw}`;
}
