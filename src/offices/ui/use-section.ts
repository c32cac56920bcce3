import { flushSync } from "react-dom";
import { fieldFaults, sentenceOf } from "../../kit/failure.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { type ToastApi, useToasts } from "../../kit/toasts.tsx";
import { type Language, type Text, wordsOf } from "../../text/text.ts";
import type { Settings } from "../contract.ts";
import type { SectionName } from "../office-settings.ts";
import { settingValuesOf } from "../rules.ts";
import { checkedText, factOf } from "./draft.ts";
import { type Edit, editsIn, shownFaults } from "./form-state.ts";
import { Overtaken } from "./save.ts";
import { useSaving } from "./use-saving.ts";
import type { SettingsForm } from "./use-settings-form.ts";

/** One section of the page: it is saved by itself. */
export interface Section {
  readonly name: SectionName;
  readonly form: SettingsForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly edits: readonly [string, Edit][];
  /** Edited fields that somebody else changed since */
  readonly overtaken: readonly [string, Edit][];
  readonly isSaving: boolean;
  readonly failure: string | null;
  change(field: string, text: string): void;
  leave(field: string): void;
  save(): void;
  discard(): void;
}

export function useSection(form: SettingsForm, name: SectionName): Section {
  const t = useText();
  const { language } = useLanguage();
  const toasts = useToasts();
  const { settings, current, state, act } = form;
  const edits = editsIn(state, name);
  const faults = faultsOf(edits, language);
  const errors = shownFaults(state, name, faults);
  const saving = useSaving(form, name);
  const save = () => {
    if (saving.isPending) return;
    if (edits.length === 0) return sayUnchanged(toasts, t);
    flushSync(() => act({ type: "tried", section: name }));
    if (Object.keys(faults).length > 0) focusFirstFault(name);
    else saving.mutate({ before: settings, sent: Object.fromEntries(edits.map(([field, { text }]) => [field, text])) });
  };
  return {
    ...{ name, form, errors, edits, save },
    overtaken: edits.filter(([field, edit]) => current[field] !== edit.seen && !stands(field, edit, settings)),
    isSaving: saving.isPending,
    failure: saving.error && edits.length > 0 ? problemOf(saving.error, t) : null,
    change: (field, text) => act({ type: "changed", field, text, current: current[field] ?? "" }),
    leave: (field) => act({ type: "left", field }),
    discard: () => {
      saving.reset();
      act({ type: "discarded", section: name });
    },
  };
}

/** Whether it is already as she wants it, as when only the answer to her saving was lost. */
const stands = (field: string, { text }: Edit, settings: Settings): boolean =>
  factOf(field, text, settings) === settingValuesOf(settings)[field];

function faultsOf(edits: readonly [string, Edit][], language: Language): Record<string, string> {
  const faults = edits.flatMap(([field, { text }]): [string, string][] => {
    const checked = checkedText(field, text);
    if ("value" in checked) return [];
    return [[field, wordsOf(language, [`field.${checked.error.code}`], checked.error.values)]];
  });
  return Object.fromEntries(faults);
}

/** Why nothing was saved; fields and what others changed speak where they are. */
const problemOf = (error: Error, t: Text): string | null =>
  error instanceof Overtaken || Object.keys(fieldFaults(error)).length > 0
    ? null
    : sentenceOf(error, t, t("shell.noAnswerForm"));

const sayUnchanged = (toasts: ToastApi, t: Text) => toasts.show({ text: t("office.unchanged") });

const focusFirstFault = (section: SectionName): void =>
  document.querySelector<HTMLElement>(`#settings-${section} [aria-invalid="true"]`)?.focus();
