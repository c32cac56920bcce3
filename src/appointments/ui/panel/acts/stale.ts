import type { Appointment } from "../../../contract.ts";
import { type AppointmentDraft, appointmentDraft } from "../form/draft.ts";
import { type ForeignChange, foreignChanges, rebased } from "./rebase.ts";

/** What the form of a change stands on, and what others did meanwhile. Pure. */
export interface EditBasis {
  /** What the appointment was when the change was begun */
  readonly opened: AppointmentDraft;
  /** What it is now, as far as the form knows */
  readonly base: AppointmentDraft;
  readonly version: number;
  /** Others' changes, until it is saved */
  readonly stale: Stale | null;
}

export interface Stale {
  /** What the server said when saving was refused; null: it was noticed before */
  readonly sentence: string | null;
  readonly by: string | null;
  readonly changes: readonly ForeignChange[];
  /** Nothing of theirs is overwritten before the clerk has looked at it */
  readonly isSeen: boolean;
}

export function editBasis(appointment: Appointment): EditBasis {
  const base = appointmentDraft(appointment);
  return { opened: base, base, version: appointment.version, stale: null };
}

export const hasConflict = ({ stale }: EditBasis): boolean => stale?.changes.some(({ mine }) => mine !== null) === true;

/** Untouched fields take what is in force now; what was typed stays, and is set against it. */
export function caughtUp(
  { opened, base }: EditBasis,
  draft: AppointmentDraft,
  current: Appointment,
  told: { readonly sentence: string; readonly by: string | null } | null,
): { standing: EditBasis; draft: AppointmentDraft } {
  const next = appointmentDraft(current);
  const changes = foreignChanges(opened, base, next, draft);
  const stale = { sentence: told?.sentence ?? null, by: told?.by ?? null, changes, isSeen: told !== null };
  return {
    standing: { opened, base: next, version: current.version, stale },
    draft: rebased(base, next, draft),
  };
}
