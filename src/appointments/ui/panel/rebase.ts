import type { Draft, DraftField } from "./draft.ts";

/** Two people changed one appointment: what the other did against what this form holds. */

export interface ForeignChange {
  readonly field: DraftField;
  readonly theirs: string;
  /** Null when this form does not touch the field */
  readonly mine: string | null;
}

/** What the other changed since the form was opened. */
export const foreignChanges = (base: Draft, current: Draft, draft: Draft): ForeignChange[] =>
  fieldsOf(base)
    .filter((field) => base[field] !== current[field])
    .map((field) => ({ field, theirs: current[field], mine: draft[field] === base[field] ? null : draft[field] }));

/** Mine where I wrote, theirs everywhere else, so that saving takes back nothing of theirs unseen. */
export function rebased(base: Draft, current: Draft, draft: Draft): Draft {
  const mine = fieldsOf(base).filter((field) => draft[field] !== base[field]);
  return { ...current, ...Object.fromEntries(mine.map((field) => [field, draft[field]])) };
}

const fieldsOf = (draft: Draft): DraftField[] => Object.keys(draft) as DraftField[];
