import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { fieldFaults, sentenceOf } from "../../kit/failure.ts";
import { useKeptTyping } from "../../kit/kept-typing.ts";
import { useText } from "../../kit/text.tsx";
import type { Ruled, RulingPreview } from "../contract.ts";
import type { Draft } from "./draft.ts";
import { askMinistryAgain } from "./queries.ts";

export interface Ruling {
  /** Of the form: under it is kept what was typed */
  readonly name: string;
  readonly empty: Draft;
  readonly required: readonly string[];
  check(draft: Draft): Promise<RulingPreview>;
  send(draft: Draft, key: string): Promise<Ruled>;
  done(ruled: Ruled, draft: Draft): void;
}

export interface RulingForm {
  readonly draft: Draft;
  readonly errors: Readonly<Record<string, string>>;
  change(field: string, text: string): void;
}

/** A form whose consequence is seen first: the first press shows it, the second does it. A change asks for it anew. */
export function useRuling({ name, empty, required, check, send, done }: Ruling) {
  const t = useText();
  const queryClient = useQueryClient();
  const typing = useKeptTyping<Draft>(`ministry ${name}`, () => empty);
  const { draft } = typing;
  const [errors, setErrors] = useState<RulingForm["errors"]>({});
  const [key, setKey] = useState(() => crypto.randomUUID());
  const refuse = (found: RulingForm["errors"]) => {
    flushSync(() => setErrors(found));
    document.querySelector<HTMLElement>('dialog [aria-invalid="true"]')?.focus();
  };
  const onError = (error: Error) => refuse(fieldFaults(error));
  const checking = useMutation({ mutationFn: check, onError });
  const sending = useMutation({
    mutationFn: (wish: Draft) => send(wish, key),
    onSuccess: (ruled, wish) => {
      typing.forget();
      void askMinistryAgain(queryClient);
      done(ruled, wish);
    },
    onError: (error) => {
      checking.reset();
      // Somebody else may have been first.
      void askMinistryAgain(queryClient);
      onError(error);
    },
  });
  const change = (field: string, text: string) => {
    typing.change({ [field]: text });
    setKey(crypto.randomUUID());
    setErrors(({ [field]: _, ...others }) => others);
    checking.reset();
    sending.reset();
  };
  const submit = () => {
    if (checking.isPending || sending.isPending || sending.isSuccess) return;
    const missing = required.filter((field) => draft[field]?.trim() === "");
    if (missing.length > 0) refuse(Object.fromEntries(missing.map((field) => [field, t("field.field-required")])));
    else if (checking.data) sending.mutate(draft);
    else checking.mutate(draft);
  };
  const failure = sending.error ?? checking.error;
  return {
    form: { draft, errors, change } satisfies RulingForm,
    preview: checking.data ?? null,
    isBusy: checking.isPending || sending.isPending,
    problem: failure && Object.keys(errors).length === 0 ? sentenceOf(failure, t, t("shell.noAnswerForm")) : null,
    submit,
  };
}
