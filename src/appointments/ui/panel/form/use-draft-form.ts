import { useReducer } from "react";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { type Text, wordsOf } from "../../../../text/text.ts";
import { fieldErrors } from "../../../rules.ts";
import { type AppointmentDraft, type DraftField, detailsRequestOf } from "./draft.ts";
import { type FormAction, initialForm, nextForm, shownErrors } from "./form-state.ts";

/** What the fields of a form need: their content, and what is wrong with it. */
export interface DraftForm {
  readonly draft: AppointmentDraft;
  change(field: DraftField, value: string): void;
  /** Several fields at once */
  fill(values: Partial<AppointmentDraft>): void;
  leave(field: DraftField): void;
  errorOf(field: string): string | undefined;
}

/** `onDraft` hears of every change, so that nothing typed is lost however the form is left. */
export function useDraftForm(
  initial: AppointmentDraft,
  onDraft: (draft: AppointmentDraft, before: AppointmentDraft) => void,
) {
  const t = useText();
  const { language } = useLanguage();
  const [state, dispatch] = useReducer(nextForm, initial, initialForm);
  const faults = faultsOf(state.draft, t, language);
  const errors = shownErrors(state, faults);
  const act = (action: FormAction) => {
    dispatch(action);
    const { draft } = nextForm(state, action);
    if (draft !== state.draft) onDraft(draft, state.draft);
  };
  const form: DraftForm = {
    draft: state.draft,
    change: (field, value) => act({ type: "changed", values: { [field]: value } }),
    fill: (values) => act({ type: "changed", values }),
    leave: (field) => act({ type: "left", field }),
    errorOf: (field) => errors[field],
  };
  return { form, act, errors, hasFaults: Object.keys(faults).length > 0, isRevealed: state.isRevealed };
}

function faultsOf(draft: AppointmentDraft, t: Text, language: "el" | "en"): Record<string, string> {
  const faults = fieldErrors(detailsRequestOf(draft)).map(({ field, code, values }) => [
    field,
    wordsOf(language, [`field.${code}`], values),
  ]);
  return { ...Object.fromEntries(faults), ...(draft.service === "" && { service: t("panel.service-required") }) };
}
