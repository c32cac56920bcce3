import { RULE_ACTS } from "../../audit/acts.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { Capacity, ServiceMinutes } from "./capacity.ts";
import type { QueueChange } from "./queue-activity.ts";

interface QueueRow {
  readonly number: number;
  /** As it is now; one that has ended is not */
  readonly active: boolean;
  readonly slotMinutes: number;
}

/** Those that have ended too. */
export const everyQueue = (tx: Read, officeId: number): Promise<QueueRow[]> =>
  tx.sql<QueueRow>`
    select number, is_active and not is_archived as active, slot_minutes as "slotMinutes"
    from queue where office_id = ${officeId} order by number`;

/** Of the queues' own rows, by the history of the office's rules; what was taken back is a change the other way round. @param since included */
export const queueChanges = (tx: Read, officeId: number, since: Temporal.Instant): Promise<QueueChange[]> =>
  tx.sql<QueueChange>`
    with made as (
      select entry.at, entry.id, changed.details -> 'changes' as changes, entry.act = 'rules-undone' as is_undoing
      from audit_entry as entry join audit_entry as changed on changed.office_id = entry.office_id
        and changed.id = case entry.act when 'rules-undone' then (entry.details ->> 'undoes')::uuid else entry.id end
      where entry.office_id = ${officeId} and entry.at >= ${since} and entry.act = any (${RULE_ACTS})
    ), changes as (
      select at, id, case when is_undoing then after else before end as before,
        case when is_undoing then before else after end as after
      from made cross join lateral jsonb_to_recordset(changes) as change ("table" text, before jsonb, after jsonb)
      where "table" = 'queue'
    )
    select at, coalesce(before ->> 'number', after ->> 'number')::integer as queue,
      coalesce((before ->> 'is_active')::boolean and not (before ->> 'is_archived')::boolean, false) as "wasActive",
      coalesce((after ->> 'is_active')::boolean and not (after ->> 'is_archived')::boolean, false) as "isActive"
    from changes order by at, id`;

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
