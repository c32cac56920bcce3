import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";
import { LEAST_NOTICE } from "./asking-hours.ts";

/** Time enough to ask whoever wishes for an earlier place */
const LEAST_WAIT = "20 seconds";
/** In the morning all offices ask at once. */
const LEAST_MORNING_WAIT = "2 minutes";

interface FreeFrom {
  readonly at: Temporal.Instant;
  /** When people are asked again; null: they are now */
  readonly morning: Temporal.Instant | null;
}

/**
 * Each waits for its share of the office's longest wait, 0 to 1; where somebody wishes for one, and can be asked, from the morning on.
 * What waited long ago is forgotten.
 */
export async function insertFreed(
  tx: AcrossOffices<Tx>,
  officeId: number,
  places: readonly (Pick<AppointmentRow, "queue" | "starts_at" | "ends_at"> & { readonly share: number })[],
  { at, morning }: FreeFrom,
): Promise<void> {
  await tx.sql`
    with gone as (delete from freed_place where office_id = ${officeId} and public_from <= ${at.subtract({ hours: 1 })})
    insert into freed_place (office_id, queue, starts_at, ends_at, public_from)
    select settings.office_id, queue, starts_at, ends_at,
      case when wished and starts_at >= ${morning?.add(LEAST_NOTICE) ?? null}::timestamptz
        then ${morning}::timestamptz + greatest(share * make_interval(mins => online_freed_minutes), ${LEAST_MORNING_WAIT}::interval)
        else ${at}::timestamptz + greatest(share * make_interval(mins => online_freed_minutes), ${LEAST_WAIT}::interval) end
    from office_settings as settings cross join is_wished_for(${officeId}, ${at}) as wished cross join json_to_recordset(${JSON.stringify(places)}::json)
      as given (queue smallint, starts_at timestamptz, ends_at timestamptz, share float8)
    where settings.office_id = ${officeId}
      and (online_freed_minutes > 0 or wished)
    on conflict (office_id, queue, starts_at, ends_at) do update set public_from = excluded.public_from`;
}
