import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import { perform } from "./act.ts";
import type { Appointment, Status } from "./contract.ts";
import { existing, requireVersion } from "./existing.ts";
import type { EventKind } from "./history-sql.ts";
import { lockDays } from "./locks.ts";
import type { Row } from "./sql.ts";

/** What happens at the counter, one step at a time. A step that was already taken is not an error. */
export const STEPS = {
  arrival: { kind: "arrived", from: "booked", to: "arrived" },
  "service-start": { kind: "service-started", from: "arrived", to: "in-service" },
  completion: { kind: "completed", from: "in-service", to: "served" },
  "no-show": { kind: "no-show", from: "booked", to: "no-show" },
} as const satisfies Record<string, { kind: EventKind; from: Status; to: Status }>;

export type Step = keyof typeof STEPS;

export async function progress(
  tx: Tx,
  office: OperableOffice,
  id: string,
  version: number | null,
  step: Step,
  now: Temporal.Instant,
): Promise<Appointment> {
  const { kind, from, to } = STEPS[step];
  const seen = await existing(tx, office, id);
  await lockDays(tx, office.id, dateOf(seen.starts_at));
  const before = await existing(tx, office, id);
  if (before.status === to) return perform(tx, office, kind, before, before, now);
  await requireVersion(tx, office, before, version);
  if (before.status !== from) throw new Refusal(409, "status-conflict");
  return taken(tx, office, before, step, now);
}

/** Of an appointment that was made in this transaction, so that nobody can have changed it. */
export const arrive = (tx: Tx, office: OperableOffice, booked: Row, now: Temporal.Instant): Promise<Appointment> =>
  taken(tx, office, booked, "arrival", now);

function taken(tx: Tx, office: OperableOffice, before: Row, step: Step, now: Temporal.Instant): Promise<Appointment> {
  const { kind, to } = STEPS[step];
  return perform(tx, office, kind, before, { ...before, status: to, status_at: now }, now);
}
