import type { Tx } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";

/** Time enough to ask whoever wishes for an earlier place */
const LEAST_WAIT = "20 seconds";

/** Each waits for its share of the office's longest wait, 0 to 1; what waited long ago is forgotten. */
export async function insertFreed(
  tx: Tx,
  officeId: number,
  places: readonly (Pick<AppointmentRow, "queue" | "starts_at" | "ends_at"> & { readonly share: number })[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    with gone as (delete from freed_place where office_id = ${officeId} and public_from <= ${at.subtract({ hours: 1 })})
    insert into freed_place (office_id, queue, starts_at, ends_at, public_from)
    select id, queue, starts_at, ends_at,
      ${at}::timestamptz + greatest(share * make_interval(mins => online_freed_minutes), ${LEAST_WAIT}::interval)
    from office cross join json_to_recordset(${JSON.stringify(places)}::json)
      as given (queue smallint, starts_at timestamptz, ends_at timestamptz, share float8)
    where id = ${officeId}
      and (online_freed_minutes > 0 or is_wished_for(${officeId}, ${at}))
    on conflict (office_id, queue, starts_at, ends_at) do update set public_from = excluded.public_from`;
}
