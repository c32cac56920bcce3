import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { refuseFields } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { perform } from "./act.ts";
import type { Appointment } from "./contract.ts";
import { existing, requireVersion } from "./existing.ts";
import { lockDays } from "./locks.ts";
import { requireAct } from "./require-act.ts";
import { reasonError } from "./rules.ts";

/** Gives the time back (circular §Β: «ακύρωση»). Who has come can't be cancelled: first undo the arrival. */
export async function cancel(
  tx: Tx,
  office: OperableOffice,
  id: string,
  version: number,
  reason: string | null,
  now: Temporal.Instant,
): Promise<Appointment> {
  const fault = reason === null ? null : reasonError(reason);
  refuseFields(fault ? [fault] : []);
  const seen = await existing(tx, office, id);
  await lockDays(tx, office.id, dateOf(seen.starts_at));
  const before = await existing(tx, office, id);
  await requireVersion(tx, office, before, version);
  requireAct("cancel", before, now);
  const cancellation_reason = reason?.trim().normalize("NFC") || null;
  return perform(
    tx,
    office,
    "cancelled",
    before,
    { ...before, status: "cancelled", status_at: now, cancellation_reason },
    now,
  );
}
