import { randomInt } from "node:crypto";
import type { Tx } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";
import { hasPlace, isConfirmed } from "../statuses.ts";

/** A place in its queue. */
interface Given {
  readonly before: AppointmentRow;
  readonly after: AppointmentRow;
}

/**
 * Notes the places that are given up before their time is over: citizens are offered each some minutes later, by chance,
 * while the counter sees it at once. What somebody held without confirming is nobody's loss, and free at once.
 */
export async function noteFreed(tx: Tx, officeId: number, acts: readonly Given[], at: Temporal.Instant): Promise<void> {
  const freed = acts
    .filter((act) => isFreed(act, at))
    .map(({ before: { queue, starts_at, ends_at } }) => ({ queue, starts_at, ends_at, share: randomShare() }));
  if (freed.length === 0) return;
  await tx.sql`
    with gone as (delete from freed_place where office_id = ${officeId} and public_from <= ${at.subtract({ hours: 1 })})
    insert into freed_place (office_id, queue, starts_at, ends_at, public_from)
    select id, queue, starts_at, ends_at, ${at}::timestamptz + share * make_interval(mins => online_freed_minutes)
    from office cross join json_to_recordset(${JSON.stringify(freed)}::json)
      as given (queue smallint, starts_at timestamptz, ends_at timestamptz, share float8)
    where id = ${officeId} and online_freed_minutes > 0
    on conflict (office_id, queue, starts_at, ends_at) do update set public_from = excluded.public_from`;
}

function isFreed({ before, after }: Given, at: Temporal.Instant): boolean {
  const had = isConfirmed(before.status) && hasPlace(before.status);
  const isSame =
    before.queue === after.queue && before.starts_at.equals(after.starts_at) && before.ends_at.equals(after.ends_at);
  return had && Temporal.Instant.compare(before.ends_at, at) > 0 && !(hasPlace(after.status) && isSame);
}

/** Of the longest wait: more than none, up to all of it. */
const randomShare = (): number => randomInt(1, 1_001) / 1_000;
