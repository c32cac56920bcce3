import type { Read } from "../../platform/database/sql.ts";
import type { ResultRow } from "../run/results-sql.ts";

/** SQL of how a wish stands after the draw. */

/** Whoever has left does not come back. */
export async function hasLeft(tx: Read, draw: number, wish: string): Promise<boolean> {
  const rows = await tx.sql`select from draw_event where draw = ${draw} and wish = ${wish} and what = 'left'`;
  return rows.length > 0;
}

/** How many stand before a place in the order, have nothing, and wait still. */
export async function countAhead(tx: Read, draw: number, place: number): Promise<number> {
  const rows = await tx.sql<{ ahead: number }>`
    select count(*)::integer as ahead from draw_wish as wish
    where draw = ${draw} and is_confirmed and place < ${place}
      and not exists (
        select from draw_result as result
        where result.draw = wish.draw and result.wish = wish.number and (answer is null or answer = 'coming'))
      and not exists (
        select from draw_event as event where event.draw = wish.draw and event.wish = wish.number and what = 'left')`;
  return rows[0]?.ahead ?? 0;
}

/** How many places were given to the next in the order, in the draw before of the same service; null: there was none. */
export async function passedBefore(tx: Read, draw: number): Promise<number | null> {
  const rows = await tx.sql<{ passed: number | null }>`
    with before as (
      select other.number from draw join draw as other using (service)
      where draw.number = ${draw} and other.first_day < draw.first_day and other.state in ('drawn', 'over')
      order by other.first_day desc limit 1
    )
    select (select count(*)::integer from draw_result as result
      where result.draw = before.number and result.made_at > (
        select min(made_at) + interval '1 hour' from draw_result as first where first.draw = before.number)) as passed
    from before`;
  return rows[0]?.passed ?? null;
}

/** Whether somebody of the draw had given up a place before this one was given: it went on to the next. */
export async function wasPassedOn(tx: Read, { draw, madeAt }: Pick<ResultRow, "draw" | "madeAt">): Promise<boolean> {
  const rows = await tx.sql`
    select from draw_event where draw = ${draw} and what = 'left' and happened_at <= ${madeAt} limit 1`;
  return rows.length > 0;
}

export interface DrawCounts {
  readonly wishes: number;
  /** Whose owners have a place, or have said that they come */
  readonly drawn: number;
}

export async function countsOfDraw(tx: Read, draw: number): Promise<DrawCounts> {
  const rows = await tx.sql<DrawCounts>`
    select (select count(*)::integer from draw_wish where draw = ${draw} and is_confirmed) as wishes,
      (select count(distinct wish)::integer from draw_result where draw = ${draw} and (answer is null or answer = 'coming')) as drawn`;
  return rows[0] as DrawCounts;
}
