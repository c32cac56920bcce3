import type pg from "pg";

/** What an office's weeks came to, each the same: as nights would have counted and summed them. */
export interface OfficeWeeksWish {
  readonly mondays: readonly string[];
  readonly counters: number;
  /** Of each hundred visits of a week, recorded whole */
  readonly complete: number;
  /** Of each hundred who were here by their time */
  readonly onTime: number;
  /** Of fifty appointments */
  readonly noShows: number;
  readonly thirdFreeDays: number | null;
}

/** Two days of each week, alike, and the week's sums beside them. */
export async function insertOfficeWeeks(sql: pg.Client, officeId: number, wish: OfficeWeeksWish): Promise<void> {
  const { mondays, counters, complete, onTime, noShows, thirdFreeDays } = wish;
  const half = (count: number) => count / 2;
  const measures = [
    ["punctuality", "appointment", { 18: { "-3": 50 } }],
    ["early-presence", "appointment", { 18: { 3: 50 } }],
    ["wait", "appointment", { 18: { 4: half(onTime), 17: half(100 - onTime) } }],
    ["no-show", "phone", { 18: { 9: half(noShows) } }],
    ["came", "phone", { 18: { 3: half(50 - noShows) } }],
  ].filter(([, , halfHours]) => !JSON.stringify(halfHours).includes(":0}"));
  const days = "select monday::date + day as date from unnest($2::text[]) as monday, unnest(array[0, 1]) as day";
  await sql.query(
    `insert into day_measure (office_id, date, measure, class, half_hours)
     select $1, date, measure ->> 0, measure ->> 1, (measure -> 2)::json
     from (${days}) as days, jsonb_array_elements($3::jsonb) as measure`,
    [officeId, mondays, JSON.stringify(measures)],
  );
  await sql.query(
    `insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once)
     select $1, date, 50, $3::integer, 0, 0, 0, 50 - $3::integer, 0, 0 from (${days}) as days`,
    [officeId, mondays, half(complete)],
  );
  await sql.query(
    `insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
     select $1, date, 800, 500, 0, 0, $3, 0 from (${days}) as days`,
    [officeId, mondays, counters],
  );
  await sql.query(
    `insert into day_access (office_id, date, third_free_days) select $1, monday::date + 1, $3 from unnest($2::text[]) as monday`,
    [officeId, mondays, thirdFreeDays],
  );
  await sql.query(
    `insert into office_week (office_id, monday, days, open_minutes, counters, visits, complete, on_time, present, no_shows, due,
       soon, walk_ins, appointment_waits, walk_in_waits, nights, third_free_days)
     select $1, monday::date, 2, 1600, $3, 100, $4, $5::integer, 100, $6, 50, 0, 0,
       array[$5::integer, 0, 0, 100 - $5::integer, 0, 0, 0, 0], array[0, 0, 0, 0, 0, 0, 0, 0], 1, $7
     from unnest($2::text[]) as monday`,
    [officeId, mondays, counters, complete, onTime, noShows, thirdFreeDays],
  );
}
