import { useReducer } from "react";
import type { Settings } from "../contract.ts";
import { type Draft, draftOf } from "./draft.ts";
import { emptyForm, type FormAction, type FormState, nextForm } from "./form-state.ts";

/** The page's one form: what stands on the server, and what was typed over it. */
export interface SettingsForm {
  readonly office: string;
  readonly settings: Settings;
  readonly current: Draft;
  readonly state: FormState;
  readonly canEdit: boolean;
  act(action: FormAction): void;
  textOf(field: string): string;
}

export function useSettingsForm(office: string, settings: Settings, canEdit: boolean): SettingsForm {
  const [state, act] = useReducer(nextForm, emptyForm);
  const current = draftOf(settings);
  const textOf = (field: string) => state.edits[field]?.text ?? current[field] ?? "";
  return { office, settings, current, state, canEdit, act, textOf };
}
