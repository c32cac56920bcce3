import type { NewMail, VisitPlace } from "../../outbox/planned.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import type { AppointmentRow } from "../sql.ts";
import { hasPlace } from "../statuses.ts";
import { concernsCitizen } from "./changes.ts";

/** What a citizen is told of where a visit stands. */
export const placeForCitizen = ({ starts_at, queue }: Pick<AppointmentRow, "starts_at" | "queue">): VisitPlace => ({
  date: dateTextOf(starts_at),
  time: clockTextOf(starts_at),
  queue,
});

/** An appointment that was given another time by hand. */
export interface MovedVisit {
  readonly id: string;
  readonly was: VisitPlace;
  readonly to: VisitPlace;
}

/**
 * What the citizen is to be told of one act, where an e-mail was given (circular §Β); null: nothing of it concerns the
 * citizen. An address that was just given gets all of it. Pure.
 */
export function wordToCitizen(before: AppointmentRow | null, after: AppointmentRow): NewMail | null {
  const kind = kindOf(before, after);
  if (!kind || !after.email) return null;
  return { id: after.id, kind, email: after.email, place: [placeForCitizen(before ?? after), placeForCitizen(after)] };
}

function kindOf(before: AppointmentRow | null, after: AppointmentRow): NewMail["kind"] | null {
  // The office that has it by now says so.
  if (after.transferred_to !== null) return null;
  const isLive = hasPlace(after.status);
  if (!isLive) return before && hasPlace(before.status) ? "cancelled" : null;
  if (!before || !hasPlace(before.status) || before.email !== after.email) return "confirmed";
  return concernsCitizen(before, after) ? "changed" : null;
}
