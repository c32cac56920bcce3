import type { Read } from "../platform/database/sql.ts";
import type { Row } from "./sql.ts";

/**
 * Whether anything has closed the place, or has ended the queue's service there, since a head kept the appointment: of
 * that she knew nothing then.
 */
export async function closedSinceKept(tx: Read, officeId: number, { id, queue, starts_at, ends_at }: Row) {
  const rows = await tx.sql`
    select from (
      select max(at) as at from appointment_event as event
      where office_id = ${officeId} and appointment_id = ${id} and kind = 'kept' and not exists (
        select from appointment_event as later
        where later.office_id = ${officeId} and later.appointment_id = ${id} and later.undoes = event.version)
    ) as kept
    where exists (select from exception
        where office_id = ${officeId} and kind = 'closed' and (exception.queue is null or exception.queue = ${queue})
          and starts_at < ${ends_at} and ends_at > ${starts_at} and created_at > kept.at)
      or exists (select from closure where (region is null or region = (select region from office where id = ${officeId}))
          and starts_at < ${ends_at} and ends_at > ${starts_at} and created_at > kept.at)
      or exists (select from holiday join sweep on sweep.id = holiday.sweep
          where date = (${starts_at}::timestamptz at time zone 'Europe/Athens')::date and started_at > kept.at)
      or exists (select from audit_entry cross join jsonb_array_elements(details -> 'changes') as change
          where office_id = ${officeId} and at > kept.at
            and act in ('queue-deactivated', 'queue-archived', 'queue-hidden', 'hours-changed')
            and ${queue}::text in (change -> 'before' ->> 'queue', change -> 'before' ->> 'number',
              change -> 'after' ->> 'queue', change -> 'after' ->> 'number'))`;
  return rows.length > 0;
}
