import { stepFor } from "../appointments/progress.ts";
import { STEP_RESULTS } from "../appointments/statuses.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import type { ServedVisit } from "./contract.ts";
import type { VisitHere } from "./here.ts";
import { performOnTicket } from "./perform.ts";

interface Step {
  readonly step: "completion" | "departure" | "call" | "service-start";
  /** The act of which it is a part */
  readonly id: string;
  /** Whose counter takes it */
  readonly queue: number;
  readonly now: Temporal.Instant;
}

/** One step of «Επόμενος» with an appointment or a number, while the day is locked. */
export async function takeStep(
  tx: Tx,
  office: OperableOffice,
  visit: VisitHere,
  { step, id: cause, queue, now }: Step,
): Promise<ServedVisit> {
  if (visit.row)
    return {
      appointment: await stepFor(tx, office, { before: visit.row, step, counter: queue, now, cause }),
      ticket: null,
    };
  const before = visit.ticket;
  const act =
    step === "call"
      ? { kind: "called" as const, after: { ...before, queue, called_at: now } }
      : { kind: STEP_RESULTS[step].kind, after: { ...before, queue, status: STEP_RESULTS[step].to, status_at: now } };
  return { appointment: null, ticket: await performOnTicket(tx, office, { ...act, at: now, before, cause }) };
}
