import { RULE_ACTS } from "../../audit/acts.ts";
import { type Part, part, type Read, type Tx, words } from "../../platform/database/sql.ts";
import type { Capacity, ServiceMinutes } from "./capacity.ts";
import type { QueueChange, QueueNow } from "./queue-activity.ts";

interface QueueRow extends QueueNow {
  readonly slotMinutes: number;
}

/** As they are now on a date; those that have ended too. */
export const everyQueue = (tx: Read, officeId: number, date: Temporal.PlainDate): Promise<QueueRow[]> =>
  tx.sql<QueueRow>`
    select number, queue.is_active as "isActive", dated.is_active as "isActiveOnDate", is_archived as "hasEnded",
      slot_minutes as "slotMinutes"
    from queue left join queue_activity as dated
      on dated.office_id = queue.office_id and dated.queue = number and valid @> ${date}::date
    where queue.office_id = ${officeId} order by number`;

/** What changed rules of an office, what was taken back included: `is_undoing` says that before and after stand the other way round. */
export const changesOfRules = (officeId: number, since: Temporal.Instant): Part => part`
  select entry.at, entry.id, changed.details -> 'changes' as changes, entry.act = 'rules-undone' as is_undoing
  from audit_entry as entry join audit_entry as changed on changed.office_id = entry.office_id
    and changed.act = any (${words(RULE_ACTS)})
    and changed.id = case entry.act when 'rules-undone' then (entry.details ->> 'undoes')::uuid else entry.id end
  where entry.office_id = ${officeId} and entry.at >= ${since} and entry.act = any (${words(RULE_ACTS)})`;

interface ChangeRow {
  readonly at: Temporal.Instant;
  readonly queue: number;
  /** null: its own row was not changed */
  readonly own: Pick<QueueNow, "isActive" | "hasEnded"> | null;
  readonly isOfDate: boolean;
  readonly wasActiveOnDate: boolean | null;
}

/**
 * Of queues, by the history of the office's rules, as far as they concern a date; what was taken back is a change the other way
 * round. @param since included
 */
export async function queueChanges(
  tx: Read,
  officeId: number,
  date: Temporal.PlainDate,
  since: Temporal.Instant,
): Promise<QueueChange[]> {
  const rows = await tx.sql<ChangeRow>`
    with made as (${changesOfRules(officeId, since)}), changes as (
      select at, id, "table" = 'queue' as is_own, coalesce(before, after) as one,
        case when is_undoing then after else before end as before
      from made cross join lateral jsonb_to_recordset(changes) as change ("table" text, before jsonb, after jsonb)
      where "table" = 'queue' or ("table" = 'queue_activity'
        and coalesce(before ->> 'valid', after ->> 'valid')::daterange @> ${date}::date)
    )
    select at, coalesce(one ->> 'number', one ->> 'queue')::integer as queue,
      (json_agg(json_build_object('isActive', coalesce((before ->> 'is_active')::boolean, false),
        'hasEnded', coalesce((before ->> 'is_archived')::boolean, true))) filter (where is_own)) -> 0 as own,
      bool_or(not is_own) as "isOfDate",
      bool_or((before ->> 'is_active')::boolean) filter (where not is_own) as "wasActiveOnDate"
    from changes group by at, id, coalesce(one ->> 'number', one ->> 'queue') order by at, id`;
  return rows.map(({ at, queue, own, isOfDate, wasActiveOnDate }) => ({
    at,
    queue,
    before: { ...own, ...(isOfDate && { isActiveOnDate: wasActiveOnDate }) },
  }));
}

/** In the place of what was counted of that day before. */
export async function replaceCapacity(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  { capacity, services }: { readonly capacity: Capacity; readonly services: readonly ServiceMinutes[] },
): Promise<void> {
  const { openMinutes, bookedMinutes, servedMinutes, overtimeMinutes, counters, tickets } = capacity;
  await tx.sql`delete from day_capacity where office_id = ${officeId} and date = ${date}`;
  await tx.sql`
    insert into day_capacity
      (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
    values (${officeId}, ${date}, ${openMinutes}, ${bookedMinutes}, ${servedMinutes}, ${overtimeMinutes}, ${counters}, ${tickets})`;
  await tx.sql`delete from day_service where office_id = ${officeId} and date = ${date}`;
  await tx.sql`
    insert into day_service (office_id, date, service, minutes)
    select ${officeId}::integer, ${date}::date, service, minutes
    from json_to_recordset(${JSON.stringify(services)}::json) as given (service text, minutes json)`;
}

/** Seen once: what is free now says nothing of another night. */
export async function insertAccess(
  tx: Tx,
  officeId: number,
  date: Temporal.PlainDate,
  thirdFreeDays: number | null,
): Promise<void> {
  await tx.sql`
    insert into day_access (office_id, date, third_free_days) values (${officeId}, ${date}, ${thirdFreeDays})
    on conflict do nothing`;
}
