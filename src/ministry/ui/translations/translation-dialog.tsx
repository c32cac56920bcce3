import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { LinesInput, SelectInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { OWN_NAMES, type TranslatedLanguage, writingDirection } from "../../../text/languages.ts";
import type { Translation, TranslationRequest } from "../../contract.ts";
import { translationErrors } from "../../rules.ts";
import { putTranslation } from "../acts.ts";
import { askMinistryAgain } from "../queries.ts";

interface TranslationDialogProps {
  readonly translation: Translation;
  readonly language: TranslatedLanguage;
  readonly onClose: () => void;
}

/** Greek words in one language; ticked once a native speaker has gone over them. */
export function TranslationDialog({ translation, language, onClose }: TranslationDialogProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { id, greek, english } = translation;
  const form = useForm<Translation>({
    key: useFormKey(`translation ${language} ${id}`, null),
    stands: textsOf(translation),
    version: translation.version,
    standsIn: (current) => textsOf(current as Translation),
    faults: (values) => translationErrors(requestOf(values)),
    send: ({ values, version = translation.version }) => putTranslation(language, id, requestOf(values), version),
    onSaved: () => {
      void askMinistryAgain(queryClient);
      toasts.show({ text: t("ministry.translation-saved") });
      onClose();
    },
    onRefused: () => void askMinistryAgain(queryClient),
  });
  const labels: Readonly<Record<string, string>> = {
    words: t("ministry.translation-words", { language: OWN_NAMES[language] }),
    isChecked: t("ministry.translation-checked"),
  };
  const labelOf = (field: string): string => labels[field] ?? field;
  return (
    <FormDialog
      form={form}
      title={t("ministry.translation-change")}
      submit={t("ministry.translation-submit")}
      back={t("ministry.back")}
      onClose={onClose}
    >
      <p lang="el">{greek}</p>
      {english && (
        <p className="hint" lang="en">
          {english}
        </p>
      )}
      <OvertakenNotice form={form} labelOf={labelOf} wordsOf={(_, text) => text || t("ministry.fact-none")} />
      <div lang={language} dir={writingDirection(language)}>
        <LinesInput form={form} field="words" label={labelOf("words")} isOptional />
      </div>
      <SelectInput
        form={form}
        field="isChecked"
        label={labelOf("isChecked")}
        options={[
          ["", t("ministry.translation-is-unchecked")],
          ["yes", t("ministry.translation-is-checked")],
        ]}
      />
    </FormDialog>
  );
}

const textsOf = ({ words, isChecked }: Translation): Texts => ({
  words: words ?? "",
  isChecked: isChecked ? "yes" : "",
});

const requestOf = ({ words, isChecked }: Texts): TranslationRequest => ({
  words: words?.trim() || null,
  isChecked: isChecked === "yes",
});
