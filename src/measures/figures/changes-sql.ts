import type { ClosedWeeks } from "../../platform/closed-weeks.ts";
import type { Read } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import { changesOfRules } from "../capacity/capacity-sql.ts";

/** What was otherwise from a day on: as the rules stand, and as the history tells where they do not keep it. */

export interface ClosedQueue {
  /** ISO text, both included: whole days of Athens */
  readonly from: string;
  readonly to: string;
  /** null: the whole office */
  readonly queue: number | null;
  readonly reason: string;
}

export async function closedQueues(tx: Read, officeId: number, { from, to }: ClosedWeeks): Promise<ClosedQueue[]> {
  const rows = await tx.sql<Pick<ClosedQueue, "queue" | "reason"> & Record<"startsAt" | "endsAt", Temporal.Instant>>`
    select queue, reason, starts_at as "startsAt", ends_at as "endsAt" from exception
    where office_id = ${officeId} and kind = 'closed' and starts_at >= ${instantOf(localDay(from).from)}
      and starts_at < ${instantOf(localDay(to).to)} order by starts_at, queue`;
  return rows.flatMap(({ startsAt, endsAt, ...closed }) => {
    const last = dateOf(endsAt.subtract({ milliseconds: 1 }));
    const first = dateOf(startsAt);
    const isWhole = startsAt.equals(instantOf(localDay(first).from)) && endsAt.equals(instantOf(localDay(last).to));
    return isWhole ? [{ ...closed, from: first.toString(), to: last.toString() }] : [];
  });
}

/** A queue's own row, before a change and after it; one that was not there yet served nobody. */
export interface QueueSwitch {
  readonly at: Temporal.Instant;
  readonly queue: number;
  readonly wasActive: boolean;
  readonly isActive: boolean;
}

/** In the order in which they were made. @param since included */
export const queueSwitches = (tx: Read, officeId: number, since: Temporal.Instant): Promise<QueueSwitch[]> =>
  tx.sql<QueueSwitch>`
    with made as (${changesOfRules(officeId, since)}), changes as (
      select at, id, case when is_undoing then after else before end as before,
        case when is_undoing then before else after end as after
      from made cross join lateral jsonb_to_recordset(changes) as change ("table" text, before jsonb, after jsonb)
      where "table" = 'queue'
    )
    select at, coalesce(before ->> 'number', after ->> 'number')::integer as queue,
      coalesce((before ->> 'is_active')::boolean and not (before ->> 'is_archived')::boolean, false) as "wasActive",
      coalesce((after ->> 'is_active')::boolean and not (after ->> 'is_archived')::boolean, false) as "isActive"
    from changes order by at, id`;

/** Days from which on a queue was off, or served, for certain dates only. */
export const datedActivityBegun = (
  tx: Read,
  officeId: number,
  { from, to }: ClosedWeeks,
): Promise<{ readonly date: string; readonly queue: number; readonly isActive: boolean }[]> =>
  tx.sql<{ date: string; queue: number; isActive: boolean }>`
    select lower(valid)::text as date, queue, dated.is_active as "isActive" from queue_activity as dated
      join queue on queue.office_id = ${officeId} and number = queue and not is_archived
    where dated.office_id = ${officeId} and lower(valid) >= ${from} and lower(valid) <= ${to} and not exists (
      select from queue_activity as before where before.office_id = ${officeId} and before.queue = dated.queue
        and before.is_active = dated.is_active and upper(before.valid) = lower(dated.valid))
    order by lower(valid), queue`;

/** Days on which other hours of a queue began, or a season of them ended. */
export const hoursBegun = (
  tx: Read,
  officeId: number,
  { from, to }: ClosedWeeks,
): Promise<{ readonly date: string; readonly queue: number }[]> =>
  tx.sql<{ date: string; queue: number }>`
    with bound as (
      select distinct queue, unnest(array[lower(valid), upper(valid)]) as date from queue_hours where office_id = ${officeId}
    )
    select date::text as date, queue from bound
    where date > ${from} and date <= ${to} and not exists (select from queue where office_id = ${officeId}
        and number = bound.queue and is_archived)
      and (select array_agg((weekday, opens_minute, closes_minute) order by weekday, opens_minute) from queue_hours
          where office_id = ${officeId} and queue = bound.queue and valid @> bound.date)
        is distinct from (select array_agg((weekday, opens_minute, closes_minute) order by weekday, opens_minute) from queue_hours
          where office_id = ${officeId} and queue = bound.queue and valid @> bound.date - 1)
    order by date, queue`;

interface MinutesChange {
  readonly at: Temporal.Instant;
  readonly service: string;
  /** null: as the catalogue says */
  readonly before: number | null;
  readonly after: number | null;
}

/** By the office itself. */
export const ownMinutesChanges = (tx: Read, officeId: number, { from, to }: ClosedWeeks): Promise<MinutesChange[]> =>
  tx.sql<MinutesChange>`
    select at, split_part(field, '.', 2) as service, (value ->> 0)::integer as before, (value ->> 1)::integer as after
    from audit_entry cross join lateral jsonb_each(details) as changed (field, value)
    where office_id = ${officeId} and at >= ${instantOf(localDay(from).from)} and at < ${instantOf(localDay(to).to)}
      and act = 'settings-changed' and field like 'services.%.minutes'
    order by at`;

/** By the catalogue, for all offices: from the first of the days until now, since each says what held before it. */
export const catalogueMinutesChanges = (
  tx: Read,
  nation: number,
  { from }: Pick<ClosedWeeks, "from">,
): Promise<MinutesChange[]> =>
  tx.sql<MinutesChange>`
    select at, details -> 'after' ->> 'code' as service, (details -> 'before' ->> 'minutes')::integer as before,
      (details -> 'after' ->> 'minutes')::integer as after
    from audit_entry
    where office_id = ${nation} and at >= ${instantOf(localDay(from).from)} and act = 'service-changed'
      and details -> 'before' ->> 'minutes' is distinct from details -> 'after' ->> 'minutes'
    order by at`;

export const namesOfQueues = (
  tx: Read,
  officeId: number,
): Promise<{ readonly number: number; readonly name: string }[]> =>
  tx.sql<{ number: number; name: string }>`select number, name from queue where office_id = ${officeId}`;
