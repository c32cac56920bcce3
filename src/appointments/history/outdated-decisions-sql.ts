import { type Part, part, type Read } from "../../platform/database/sql.ts";

interface Wanted {
  readonly now: Temporal.Instant;
  /** Of those that begin then, half-open; all to come without it */
  readonly within?: { readonly from: Temporal.Instant; readonly to: Temporal.Instant };
}

/** Ids of appointments to come that a head decided to keep before the ministry closed their time, and so without knowing of it. */
export async function idsWithOutdatedDecision(tx: Read, officeId: number, { now, within }: Wanted): Promise<string[]> {
  const begins = within
    ? part`starts_at >= ${within.from} and starts_at < ${within.to}`
    : part`starts_at > ${now}::timestamptz - interval '1 day'`;
  const rows = await tx.sql<{ id: string }>`
    select id from appointment as visit cross join lateral (${lastKeepDecision(officeId)}) as keeping
    where office_id = ${officeId} and live and kept_by is not null and ${begins} and ends_at > ${now}
      and (${closedSinceDecision(officeId)})`;
  return rows.map(({ id }) => id);
}

/** The last decision to keep a `visit` that was not taken back. */
export const lastKeepDecision = (officeId: number): Part => part`
  select at as kept_at, cause as kept_by_change from appointment_event as event
  where office_id = ${officeId} and appointment_id = visit.id and kind = 'kept' and not exists (
    select from appointment_event as later
    where later.office_id = ${officeId} and later.appointment_id = visit.id and later.undoes = event.version)
  order by version desc limit 1`;

/** Whether the ministry has closed the time of a `visit` since it was kept. */
export const closedSinceDecision = (officeId: number): Part => part`
  exists (select from office cross join lateral closings(region, visit.starts_at, visit.ends_at)
    where office.id = ${officeId} and since > kept_at)`;
