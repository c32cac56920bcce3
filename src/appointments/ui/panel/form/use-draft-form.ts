import { useReducer } from "react";
import type { FieldsForm, Form } from "../../../../kit/form/form.ts";
import { useLanguage } from "../../../../kit/text.tsx";
import { wordsOf } from "../../../../text/text.ts";
import { type AppointmentDraft, type DraftField, draftFaults } from "./draft.ts";
import { type FormAction, initialForm, nextForm, shownErrors } from "./form-state.ts";

/** `onDraft` hears of every change, so that nothing typed is lost however the form is left. */
export function useDraftForm(
  initial: AppointmentDraft,
  onDraft: (draft: AppointmentDraft, before: AppointmentDraft) => void,
) {
  const { language } = useLanguage();
  const [state, dispatch] = useReducer(nextForm, initial, initialForm);
  const faults = faultsOf(state.draft, language);
  const errors = shownErrors(state, faults);
  const act = (action: FormAction) => {
    dispatch(action);
    const { draft } = nextForm(state, action);
    if (draft !== state.draft) onDraft(draft, state.draft);
  };
  const form: FieldsForm & Pick<Form, "fill"> = {
    values: { ...state.draft },
    errors,
    change: (field, value) => act({ type: "changed", values: { [field]: value } }),
    fill: (values) => act({ type: "changed", values }),
    leave: (field) => act({ type: "left", field: field as DraftField }),
  };
  return {
    form,
    draft: state.draft,
    act,
    errors,
    hasFaults: Object.keys(faults).length > 0,
    isRevealed: state.isRevealed,
  };
}

function faultsOf(draft: AppointmentDraft, language: "el" | "en"): Record<string, string> {
  const faults = draftFaults({ ...draft });
  return Object.fromEntries(
    faults.map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]),
  );
}
