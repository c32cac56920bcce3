import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { ApiProblem } from "../../kit/api.ts";
import { focusById } from "../../kit/focus.ts";
import { focusFaultIn } from "../../kit/form/focus.ts";
import type { FieldsForm, Form } from "../../kit/form/form.ts";
import { currentIn } from "../../kit/form/send.ts";
import type { Texts } from "../../kit/form/typing.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { wordsOf } from "../../text/text.ts";
import type { Onboarding, QuestionSet } from "../contract.ts";
import { answerErrors } from "../rules.ts";
import { onboardingQuery, postQuestionnaire, putDraft } from "./queries.ts";

/** Under which name it is kept what was typed */
export const QUESTIONNAIRE_FORM = "questionnaire";
export const QUESTIONNAIRE_HEADING = "questionnaire";

interface Questionnaire {
  /** Saves a draft */
  readonly form: Form;
  /** The same with what is missing for the final submission */
  readonly fields: FieldsForm;
  readonly problem: string | null;
  readonly isSubmitting: boolean;
  submit(): void;
}

/** A draft that may be saved at any time as it is, and its final submission, which asks for all that is asked. */
export function useQuestionnaire(office: string, onboarding: Onboarding, set: QuestionSet): Questionnaire {
  const t = useText();
  const { language } = useLanguage();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [isTried, setIsTried] = useState(false);
  const { queryKey } = onboardingQuery(office);
  const remember = (latest: Onboarding) => queryClient.setQueryData(queryKey, latest);
  const learn = (error: Error) => {
    const current = currentIn(error);
    if (current) remember(current as Onboarding);
    // Submitted elsewhere, or not to be answered any more.
    else if (error instanceof ApiProblem && error.problem.status === 409)
      void queryClient.invalidateQueries({ queryKey });
  };
  const form = useForm<Onboarding>({
    key: useFormKey(QUESTIONNAIRE_FORM, office),
    stands: answerTexts(onboarding),
    version: onboarding.version,
    standsIn: (current) => answerTexts(current as Onboarding),
    savedAs: answerTexts,
    send: ({ values, version = onboarding.version }) => putDraft(office, values, version),
    onSaved: (saved) => {
      remember(saved);
      toasts.show({ text: t("onboarding.draft-saved") });
    },
    onRefused: learn,
  });
  const submitting = useMutation({
    mutationFn: () => {
      const content = { questions: set.version, answers: form.values };
      const version = form.version ?? onboarding.version;
      return postQuestionnaire(office, { ...content, version, idempotencyKey: form.keyOf(content) });
    },
    onSuccess: (saved) => {
      form.discard();
      // The form goes away, and with it the button that was pressed.
      remember(saved);
      focusById(QUESTIONNAIRE_HEADING);
      toasts.show({ text: t("onboarding.submitted") });
    },
    onError: (error) => {
      form.refuse(error);
      learn(error);
    },
  });
  const faults = answerErrors(set, form.values);
  const missing: Texts = Object.fromEntries(
    (isTried ? faults : []).map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]),
  );
  const count = Object.keys(missing).length;
  return {
    form,
    fields: { ...form, errors: { ...missing, ...form.errors } },
    problem: count > 0 ? t("shell.faultyFields", { count }) : form.problem,
    isSubmitting: submitting.isPending,
    submit: () => {
      if (submitting.isPending || submitting.isSuccess) return;
      flushSync(() => setIsTried(true));
      if (faults.length > 0) focusFaultIn(form.ref.current);
      else if (form.isReady()) submitting.mutate();
    },
  };
}

/** What was answered, or else what is suggested. */
function answerTexts({ questionnaire }: Onboarding): Texts {
  if (!questionnaire) return {};
  const { set, answers, suggested } = questionnaire;
  return Object.fromEntries(set.questions.map(({ id }) => [id, answers[id] ?? suggested[id] ?? ""]));
}
