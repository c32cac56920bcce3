import type { TestOffice, World } from "./world.ts";

/** Of a class, minutes → how many, by half-hour of the day */
type Waits = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** From ten to twenty minutes, for most who came at ten o'clock */
export const USUAL: Waits = { "20": { "10": 5, "20": 4, "45": 1 } };

/** Days of which the last is ten days before Tuesday 24 November 2026: the next night counts none of them anew. */
export const lastDays = (count: number): string[] =>
  Array.from({ length: count }, (_, back) => Temporal.PlainDate.from("2026-11-14").subtract({ days: back }).toString());

/** So many weekdays, a week apart, the last of them on a date. */
export const weekly = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, back) => Temporal.PlainDate.from(last).subtract({ weeks: back }).toString());

interface WaitsPlan {
  readonly dates?: readonly string[];
  readonly waits?: Waits;
  readonly ofClass?: string;
}

/** Days of an office as the night counts them, recorded whole. */
export async function measuredWaits(
  { owner }: Pick<World, "owner">,
  { id }: TestOffice,
  { dates = lastDays(10), waits = USUAL, ofClass = "walk-in" }: WaitsPlan = {},
): Promise<void> {
  await owner.query(
    `with day as (select unnest($2::date[]) as date),
       measured as (insert into day_measure (office_id, date, measure, class, half_hours)
         select $1, date, 'wait', $3, $4 from day)
     insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved)
     select $1, date, 10, 9, 0, 0, 0 from day on conflict do nothing`,
    [id, dates, ofClass, JSON.stringify(waits)],
  );
}
