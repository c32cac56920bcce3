import { useMutation } from "@tanstack/react-query";
import { useReducer, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { FieldError } from "../../platform/refusal.ts";
import { type Language, wordsOf } from "../../text/text.ts";
import { fieldFaults, sentenceOf } from "../failure.ts";
import { useLanguage, useText } from "../text.tsx";
import { faultsToTell, nextFaults, untouched } from "./faults.ts";
import { focusFaultIn, focusNoticeIn } from "./focus.ts";
import type { Form, FormOptions, Submission } from "./form.ts";
import { hasWarnedOf, withWarningOf } from "./overtaken.ts";
import { hasNoAnswer, sentOnTop } from "./send.ts";
import { hasTexts, type Texts, typedOver, typedSince } from "./typing.ts";
import { useFormDraft } from "./use-form-draft.ts";
import { usePicture } from "./use-picture.ts";

/**
 * How a form is written:
 * 1. Pure: the fields as texts, what is wrong with them (`faults`), the request that is made of them.
 * 2. `useForm({ key: useFormKey("queue 3", office), stands, version, standsIn, faults, send, onSaved })`; something new has
 *    `begins` instead of `stands` and `version`, an act on something both: only what stands can be overtaken. `send` passes
 *    on `version`, and `keyOf(body)` as the idempotency key.
 * 3. `<FormDialog form={form} …>`, or a `<form ref={form.ref} noValidate>` with a `<FormProblem>`; in it `<TextInput>` and
 *    its like, or any control that calls `form.change` and `form.leave`; with a version an `<OvertakenNotice>`.
 * 4. A form that shows first what it would do asks `form.isReady()`, and gives what was refused to `form.refuse(error)`.
 */
export function useForm<Answer>(options: FormOptions<Answer>): Form {
  const t = useText();
  const { language } = useLanguage();
  const ref = useRef<HTMLFormElement>(null);
  const draft = useFormDraft(options);
  const picture = usePicture(options, draft);
  const [state, dispatch] = useReducer(nextFaults, untouched);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const { typing } = draft;
  const { version, shown, overtaken } = picture;
  const values = { ...shown, ...typing.texts };
  const faults = options.faults?.(values, typing.texts) ?? [];
  const errors = faultsToTell(state, wordsFor(faults, language), values);

  const refuse = (error: Error) => {
    const isSaid = options.isSaid?.(error) === true;
    const fromServer = isSaid ? [] : Object.entries(fieldFaults(error)).map(([field, message]) => ({ field, message }));
    flushSync(() => {
      const over = picture.take(error);
      const now = draft.get();
      draft.put({ ...withWarningOf(now, over), isSent: now.isSent && hasNoAnswer(error) });
      setRefusal(isSaid ? null : error);
      dispatch({ type: "refused", errors: fromServer });
    });
    if (fromServer.length > 0) focusFaultIn(ref.current);
    else focusNoticeIn(ref.current);
    options.onRefused?.(error);
  };
  const begin = () => {
    setRefusal(null);
    dispatch({ type: "begun" });
  };
  const saving = useMutation({
    mutationFn: (submission: Submission) => {
      let { values: sent } = submission;
      const send = (version: Submission["version"]) => options.send({ ...submission, version, values: sent });
      return sentOnTop<Answer, Submission["version"]>(submission.version, send, (error) => {
        const beside = picture.beside(error);
        sent = { ...sent, ...beside?.stands, ...submission.texts };
        return beside?.version ?? null;
      });
    },
    onSuccess: (answer, submission) => {
      const saved = options.savedAs?.(answer);
      if (saved) draft.put(typedSince(draft.get(), submission.texts, saved));
      else draft.restart();
      begin();
      options.onSaved(answer, submission);
    },
    onError: refuse,
  });
  const fill = (changed: Texts) => {
    if (!saving.isPending) setRefusal(null);
    dispatch({ type: "changed", fields: Object.keys(changed) });
    draft.put(typedOver(draft.get(), changed, shown));
  };
  const isReady = (): boolean => {
    if (saving.isPending || (saving.isSuccess && !options.savedAs)) return false;
    flushSync(() => dispatch({ type: "tried" }));
    if (faults.length > 0) focusFaultIn(ref.current);
    else if (!hasWarnedOf(typing, overtaken)) {
      flushSync(() => draft.put(withWarningOf(draft.get(), overtaken)));
      focusNoticeIn(ref.current);
    } else return true;
    return false;
  };
  const count = Object.keys(errors).length;
  return {
    ref,
    values,
    texts: typing.texts,
    hasChanged: hasTexts(typing),
    isFound: draft.isFound,
    errors,
    problem:
      count > 0 ? t("shell.faultyFields", { count }) : refusal && sentenceOf(refusal, t, t("shell.noAnswerForm")),
    isTried: state.isTried,
    isSaving: saving.isPending,
    elsewhere: picture.elsewhere,
    overtaken,
    version,
    keyOf: typing.keyOf,
    change: (field, text) => fill({ [field]: text }),
    fill,
    leave: (field) => dispatch({ type: "left", field }),
    isReady,
    submit: () => {
      if (!isReady()) return;
      draft.put({ ...draft.get(), isSent: true });
      saving.mutate({ values, texts: typing.texts, version, keyOf: typing.keyOf });
    },
    refuse,
    discard: () => {
      begin();
      draft.restart();
    },
  };
}

const wordsFor = (faults: readonly FieldError[], language: Language): Texts =>
  Object.fromEntries(faults.map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]));
