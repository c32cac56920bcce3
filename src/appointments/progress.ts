import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { dateOf } from "../platform/time.ts";
import { perform } from "./act.ts";
import type { Step } from "./acts.ts";
import type { Appointment } from "./contract.ts";
import { existing, requireVersion } from "./existing.ts";
import { lockDays } from "./locks.ts";
import { requireAct } from "./require-act.ts";
import type { Row } from "./sql.ts";
import { STEP_RESULTS } from "./statuses.ts";

/** What happens at the counter, one step at a time. A step that was already taken is not an error. */
export async function progress(
  tx: Tx,
  office: OperableOffice,
  id: string,
  version: number | null,
  step: Step,
  now: Temporal.Instant,
): Promise<Appointment> {
  const { kind, to } = STEP_RESULTS[step];
  const seen = await existing(tx, office, id);
  await lockDays(tx, office.id, dateOf(seen.starts_at));
  const before = await existing(tx, office, id);
  if (before.status === to) return perform(tx, office, kind, before, before, now);
  await requireVersion(tx, office, before, version);
  requireAct(step, before, now);
  return taken(tx, office, before, step, now);
}

/** Of an appointment that was made in this transaction, so that nobody can have changed it. */
export const arrive = (tx: Tx, office: OperableOffice, booked: Row, now: Temporal.Instant): Promise<Appointment> =>
  taken(tx, office, booked, "arrival", now);

function taken(tx: Tx, office: OperableOffice, before: Row, step: Step, now: Temporal.Instant): Promise<Appointment> {
  const { kind, to } = STEP_RESULTS[step];
  return perform(tx, office, kind, before, { ...before, status: to, status_at: now }, now);
}
