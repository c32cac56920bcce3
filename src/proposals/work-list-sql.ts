import type { Read } from "../platform/database/sql.ts";

/** Ids of appointments to come that a head has kept before the ministry closed their time: of that she knew nothing. */
export async function keptBeforeClosing(tx: Read, officeId: number, now: Temporal.Instant): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    select id from appointment as visit
      cross join lateral (
        select max(at) as at from appointment_event as event
        where event.office_id = ${officeId} and appointment_id = visit.id and kind = 'kept' and not exists (
          select from appointment_event as later where later.office_id = ${officeId}
            and later.appointment_id = visit.id and later.undoes = event.version)) as kept
    where visit.office_id = ${officeId} and live and kept_by is not null and starts_at > ${now}::timestamptz - interval '1 day'
      and ends_at > ${now} and (
        exists (select from closure where (region is null or region = (select region from office where id = ${officeId}))
          and closure.starts_at < visit.ends_at and closure.ends_at > visit.starts_at and created_at > kept.at)
        or exists (select from holiday join sweep on sweep.id = holiday.sweep
          where date = (visit.starts_at at time zone 'Europe/Athens')::date and started_at > kept.at))`;
  return rows.map(({ id }) => id);
}
