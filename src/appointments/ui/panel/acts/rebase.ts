import type { AppointmentDraft, DraftField } from "../form/draft.ts";

/** Two people changed one appointment: what the other did against what this form holds. Pure. */

export interface ForeignChange {
  readonly field: DraftField;
  readonly theirs: string;
  /** Null when this form does not touch the field, or says the same */
  readonly mine: string | null;
}

/** What the others changed since the form was opened. `base` is the state on which the draft stands by now. */
export const foreignChanges = (
  opened: AppointmentDraft,
  base: AppointmentDraft,
  current: AppointmentDraft,
  draft: AppointmentDraft,
): ForeignChange[] =>
  fieldsOf(opened)
    .filter((field) => opened[field] !== current[field])
    .map((field) => {
      const isMine = draft[field] !== base[field] && draft[field] !== current[field];
      return { field, theirs: current[field], mine: isMine ? draft[field] : null };
    });

/** Mine where I wrote, theirs everywhere else, so that saving takes back nothing of theirs unseen. */
export function rebased(base: AppointmentDraft, current: AppointmentDraft, draft: AppointmentDraft): AppointmentDraft {
  const mine = fieldsOf(base).filter((field) => draft[field] !== base[field]);
  return { ...current, ...Object.fromEntries(mine.map((field) => [field, draft[field]])) };
}

const fieldsOf = (draft: AppointmentDraft): DraftField[] => Object.keys(draft) as DraftField[];
