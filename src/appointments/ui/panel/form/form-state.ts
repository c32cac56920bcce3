import type { FieldProblem } from "../../../../kit/failure.ts";
import type { AppointmentDraft, DraftField } from "./draft.ts";

/** What the form knows about its fields besides their content. Pure. */
export interface FormState {
  readonly draft: AppointmentDraft;
  /** Fields that were left at least once */
  readonly left: ReadonlySet<string>;
  /** Saving was tried: from now on every fault shows */
  readonly isRevealed: boolean;
  /** What the server found, until the field changes */
  readonly fromServer: Readonly<Record<string, string>>;
}

export type FormAction =
  | { readonly type: "changed"; readonly values: Partial<AppointmentDraft> }
  | { readonly type: "left"; readonly field: DraftField }
  | { readonly type: "tried" }
  | { readonly type: "refused"; readonly errors: readonly FieldProblem[] }
  | { readonly type: "replaced"; readonly draft: AppointmentDraft };

export const initialForm = (draft: AppointmentDraft): FormState => ({
  draft,
  left: new Set(),
  isRevealed: false,
  fromServer: {},
});

export function nextForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case "changed":
      return {
        ...state,
        draft: { ...state.draft, ...action.values },
        fromServer: without(state.fromServer, Object.keys(action.values)),
      };
    case "left":
      return { ...state, left: new Set([...state.left, action.field]) };
    case "tried":
      return { ...state, isRevealed: true, fromServer: {} };
    case "refused":
      return { ...state, fromServer: Object.fromEntries(action.errors.map(({ field, message }) => [field, message])) };
    case "replaced":
      return initialForm(action.draft);
  }
}

/** A fault shows when saving was tried, or when something was typed and the field was left. */
export function shownErrors(
  state: FormState,
  faults: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const isShown = (field: string) =>
    state.isRevealed || (state.left.has(field) && state.draft[field as DraftField]?.trim() !== "");
  return { ...Object.fromEntries(Object.entries(faults).filter(([field]) => isShown(field))), ...state.fromServer };
}

const without = (record: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !keys.includes(field)));
