import type { Appointment } from "../../contract.ts";
import { type Draft, draftOf } from "./draft.ts";
import { type ForeignChange, foreignChanges, rebased } from "./rebase.ts";

/** What the form of a change stands on, and what others did meanwhile. Pure. */
export interface Standing {
  /** What the appointment was when the change was begun */
  readonly opened: Draft;
  /** What it is now, as far as the form knows */
  readonly base: Draft;
  readonly version: number;
  /** Others' changes, until it is saved */
  readonly stale: Stale | null;
}

export interface Stale {
  /** What the server said when saving was refused; null: it was noticed before */
  readonly sentence: string | null;
  readonly by: string | null;
  readonly changes: readonly ForeignChange[];
  /** Nothing of theirs is overwritten before she has looked at it */
  readonly isSeen: boolean;
}

export function standingOf(appointment: Appointment): Standing {
  const base = draftOf(appointment);
  return { opened: base, base, version: appointment.version, stale: null };
}

export const hasConflict = ({ stale }: Standing): boolean => stale?.changes.some(({ mine }) => mine !== null) === true;

/** Untouched fields take what is in force now; what was typed stays, and is set against it. */
export function caughtUp(
  { opened, base }: Standing,
  draft: Draft,
  current: Appointment,
  told: { readonly sentence: string; readonly by: string | null } | null,
): { standing: Standing; draft: Draft } {
  const next = draftOf(current);
  const changes = foreignChanges(opened, base, next, draft);
  const stale = { sentence: told?.sentence ?? null, by: told?.by ?? null, changes, isSeen: told !== null };
  return {
    standing: { opened, base: next, version: current.version, stale },
    draft: rebased(base, next, draft),
  };
}
