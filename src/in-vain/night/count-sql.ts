import { part, type Read, type Tx } from "../../platform/database/sql.ts";
import { instantOf, localDay } from "../../platform/time.ts";
import { MOST_IN_VAIN_WEEKS } from "../contract.ts";

/** SQL of the night: from the visits of an office to sums of services. */

export interface DayOfOffice {
  readonly date: string;
  readonly visits: number;
  /** Recorded whole */
  readonly complete: number;
}

/** The days that were measured, but whose visits in vain were not counted: those on which anybody was served. */
export const uncountedDays = (tx: Read, officeId: number, last: Temporal.PlainDate): Promise<DayOfOffice[]> =>
  tx.sql<DayOfOffice>`
    select day.date::text as date, visits, complete
    from day_completeness as day left join in_vain_until as until using (office_id)
    where office_id = ${officeId} and visits > 0 and day.date <= ${last}::date
      and day.date > coalesce(until.date, '-infinity') order by 1`;

/** Each visit that was served on a day, once for each service that was done, and why it was in vain. */
const servedOn = (officeId: number, date: Temporal.PlainDate) => {
  const day = localDay(date);
  return part`
    served as (
      select service, reason, line from (
        select appointment.id as visit, done.service
        from appointment cross join lateral (select distinct code as service from services_of_visit(appointment)) as done
        where office_id = ${officeId} and starts_at >= ${instantOf(day.from)} and starts_at < ${instantOf(day.to)}
          and status = 'served'
        union all
        select id, service from ticket
        where office_id = ${officeId} and date = ${date} and status = 'served' and service is not null
      ) as visits left join (
        select visit, service, reason, line from visit_in_vain where office_id = ${officeId} and date = ${date}
      ) as noted using (visit, service)
    )`;
};

export interface ServiceSum {
  readonly service: string;
  readonly visits: number;
  readonly paper: number;
  readonly elsewhere: number;
  readonly needless: number;
  /** Words of a line → how often it was the paper */
  readonly lines: Readonly<Record<string, number>>;
}

export const servedByService = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<ServiceSum[]> =>
  tx.sql<ServiceSum>`
    with ${servedOn(officeId, date)}
    select service, count(*)::integer as visits,
      (count(*) filter (where reason = 'paper'))::integer as paper,
      (count(*) filter (where reason = 'elsewhere'))::integer as elsewhere,
      (count(*) filter (where reason = 'needless'))::integer as needless,
      coalesce((select json_object_agg(line, times) from (
        select line, count(*) as times from served as same
        where same.service = served.service and line is not null group by line) as by_line), '{}') as lines
    from served group by service order by service`;

export interface WeekSum extends ServiceSum {
  /** ISO text */
  readonly monday: string;
}

/** In one order, so that two processes that are at two offices never wait for each other in turn. */
export async function addWeekSums(tx: Tx, sums: readonly WeekSum[]): Promise<void> {
  await tx.sql`
    insert into in_vain_week (monday, service, visits, paper, elsewhere, needless)
    select monday, service, sum(visits), sum(paper), sum(elsewhere), sum(needless)
    from json_to_recordset(${JSON.stringify(sums)}::json)
      as given (monday date, service text, visits integer, paper integer, elsewhere integer, needless integer)
    group by 1, 2 order by 1, 2
    on conflict (monday, service) do update set visits = in_vain_week.visits + excluded.visits,
      paper = in_vain_week.paper + excluded.paper, elsewhere = in_vain_week.elsewhere + excluded.elsewhere,
      needless = in_vain_week.needless + excluded.needless`;
  await tx.sql`
    insert into in_vain_line (monday, service, line, visits)
    select monday, service, line, sum(times::integer)
    from json_to_recordset(${JSON.stringify(sums)}::json) as given (monday date, service text, lines json),
      json_each_text(lines) as by_line (line, times)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (monday, service, line) do update set visits = in_vain_line.visits + excluded.visits`;
}

export interface WeekDays {
  readonly monday: string;
  readonly counted: number;
  readonly leftOut: number;
}

export async function addWeekDays(tx: Tx, days: readonly WeekDays[]): Promise<void> {
  await tx.sql`
    insert into in_vain_days (monday, counted, left_out)
    select monday, sum(counted), sum("leftOut")
    from json_to_recordset(${JSON.stringify(days)}::json) as given (monday date, counted integer, "leftOut" integer)
    group by 1 order by 1
    on conflict (monday) do update set counted = in_vain_days.counted + excluded.counted,
      left_out = in_vain_days.left_out + excluded.left_out`;
}

export interface WeekUse {
  readonly monday: string;
  /** Somebody noted a visit in vain */
  readonly isUsed: boolean;
}

/** So long it may be asked, by whole weeks */
const KEPT_WEEKS = MOST_IN_VAIN_WEEKS + 1;

/** Whether the key was used at all, week by week; what is older than may be asked is deleted. */
export async function noteUse(
  tx: Tx,
  officeId: number,
  last: Temporal.PlainDate,
  weeks: readonly WeekUse[],
): Promise<void> {
  await tx.sql`
    insert into in_vain_office as before (office_id, monday, is_used)
    select ${officeId}::integer, monday, bool_or("isUsed")
    from json_to_recordset(${JSON.stringify(weeks)}::json) as given (monday date, "isUsed" boolean) group by monday
    on conflict (office_id, monday) do update set is_used = before.is_used or excluded.is_used`;
  await tx.sql`
    delete from in_vain_office where office_id = ${officeId} and monday < ${last.subtract({ weeks: KEPT_WEEKS })}::date`;
}

/** Nothing of a visit stays, and none of these days is counted again. */
export async function closeDays(tx: Tx, officeId: number, last: Temporal.PlainDate): Promise<void> {
  await tx.sql`delete from visit_in_vain where office_id = ${officeId} and date <= ${last}`;
  await tx.sql`
    insert into in_vain_until (office_id, date) values (${officeId}, ${last})
    on conflict (office_id) do update set date = greatest(in_vain_until.date, excluded.date)`;
}
