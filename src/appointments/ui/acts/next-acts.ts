import { type Act, type Hindrance, type Moment, STEPS, type Step } from "../../acts.ts";
import type { AppointmentInList } from "../../contract.ts";
import { hindrance } from "../../hindrance.ts";
import { mayRebook } from "../../statuses.ts";

/** Which acts are open for an appointment now, and why the others are not: for card, panel, keys and table alike. Pure. */

export interface Acts {
  readonly steps: readonly Step[];
  readonly mayCall: boolean;
  readonly mayUndo: boolean;
  readonly mayEdit: boolean;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
  /** Nothing came of it here, nor in another office: another time is offered */
  readonly mayRebook: boolean;
  /** Served today: it can be noted that they came in vain */
  readonly mayBeInVain: boolean;
}

export function actsOn(appointment: AppointmentInList, now: Moment): Acts {
  const may = (act: Act) => hindranceOf(act, appointment, now) === null;
  return {
    steps: STEPS.filter(may),
    mayCall: may("call"),
    mayUndo: may("undo"),
    mayEdit: may("edit"),
    mayMove: may("move"),
    mayCancel: may("cancel"),
    mayRebook: mayRebook(appointment.status) && appointment.transferredTo === null && appointment.anonymizedAt === null,
    mayBeInVain: appointment.status === "served" && appointment.date === now.date && appointment.anonymizedAt === null,
  };
}

/**
 * As the server has it; but at a desk a booking is not taken back by the key that undoes: it is cancelled. A transfer goes
 * back from the other office.
 */
export function hindranceOf(
  act: Act,
  appointment: AppointmentInList,
  now: Moment,
): Hindrance | { readonly why: "only-booked" | "transferred"; readonly from?: string } | null {
  const { status, version, transferredTo, anonymizedAt } = appointment;
  if (anonymizedAt !== null) return hindrance(act, appointment, now);
  if (act === "undo" && transferredTo !== null) return { why: "transferred" };
  if (act === "undo" && status === "booked" && version === 1) return { why: "only-booked" };
  return hindrance(act, appointment, now);
}
