import type { TestOffice, World } from "./world.ts";

/** Of a class, minutes → how many, by half-hour of the day */
type Waits = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** From ten to twenty minutes, for most who came at ten o'clock */
export const USUAL: Waits = { "20": { "10": 5, "20": 4, "45": 1 } };

/**
 * Days of an office as the night counts them, recorded whole, the last of them ten days before Tuesday 24 November 2026: the
 * next night counts none of them anew.
 */
export async function measuredWaits(
  { owner }: Pick<World, "owner">,
  { id }: TestOffice,
  { days = 10, waits = USUAL, ofClass = "walk-in" }: { days?: number; waits?: Waits; ofClass?: string } = {},
): Promise<void> {
  await owner.query(
    `with day as (select date '2026-11-14' - back as date from generate_series(0, $2::integer - 1) as back),
       measured as (insert into day_measure (office_id, date, measure, class, half_hours)
         select $1, date, 'wait', $3, $4 from day)
     insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved)
     select $1, date, 10, 9, 0, 0, 0 from day on conflict do nothing`,
    [id, days, ofClass, JSON.stringify(waits)],
  );
}
