import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../../kit/form/form.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { TextInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { FieldError } from "../../../platform/refusal.ts";
import { type CitizensLanguage, LANGUAGES, OWN_NAMES, writingDirection } from "../../../text/languages.ts";
import type { ReferralState } from "../../words/contract.ts";
import { referralErrors } from "../../words/rules.ts";
import { askMinistryAgain } from "../queries.ts";
import { postReferral, putReferral } from "./queries.ts";
import { WordsFields } from "./words-fields.tsx";
import { answerField, referralOfTexts, referralTexts } from "./words-texts.ts";

interface ReferralDialogProps {
  /** Null: a new one */
  readonly referral: ReferralState | null;
  readonly onClose: () => void;
}

export function ReferralDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useText();
  const form = useReferralForm({ referral, onClose });
  const labels: Readonly<Record<string, string>> = {
    code: t("ministry.service-code"),
    url: t("ministry.referral-url"),
  };
  const answerLabel = (language: CitizensLanguage) => t("ministry.referral-answer", { language: OWN_NAMES[language] });
  const labelOf = (field: string): string =>
    labels[field] ??
    OWN_NAMES[field as CitizensLanguage] ??
    answerLabel(field.slice(answerField("el").length - 2) as CitizensLanguage);
  return (
    <FormDialog
      form={form}
      title={t(referral ? "ministry.referral-change" : "ministry.referral-new")}
      submit={t("ministry.referral-submit")}
      back={t("ministry.back")}
      isWide
      onClose={onClose}
    >
      <OvertakenNotice form={form} labelOf={labelOf} wordsOf={(_, text) => text || t("ministry.fact-none")} />
      {!referral && (
        <TextInput form={form} field="code" label={labelOf("code")} hint={t("ministry.service-code-hint")} isFirst />
      )}
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          form={form}
          field={answerField(language)}
          label={answerLabel(language)}
          lang={language}
          dir={writingDirection(language)}
          isOptional={language !== "el"}
          isFirst={referral !== null && language === "el"}
          spellCheck
        />
      ))}
      <TextInput
        form={form}
        field="url"
        label={labelOf("url")}
        hint={t("ministry.service-online-url-hint")}
        isOptional
      />
      <fieldset>
        <legend className="label">{t("ministry.referral-words")}</legend>
        <WordsFields form={form} />
      </fieldset>
    </FormDialog>
  );
}

const EMPTY = referralTexts({ code: "", answers: {}, words: {}, url: null });

function useReferralForm({ referral, onClose }: ReferralDialogProps): Form {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return useForm<ReferralState>({
    key: useFormKey(referral ? `referral ${referral.code}` : "referral new", null),
    ...(referral
      ? {
          stands: referralTexts(referral),
          version: referral.version,
          standsIn: (current) => referralTexts(current as ReferralState),
        }
      : { begins: EMPTY }),
    faults: (values) =>
      referralErrors({ ...referralOfTexts(values), ...(referral ? {} : { code: values.code ?? "" }) }).map(atItsField),
    send: ({ values, version, keyOf }) =>
      referral
        ? putReferral(referral.code, referralOfTexts(values), version ?? referral.version)
        : postReferral({ code: values.code ?? "", ...referralOfTexts(values) }, keyOf(values)),
    onSaved: () => {
      toasts.show({ text: t("ministry.referral-saved") });
      void askMinistryAgain(queryClient);
      onClose();
    },
    onRefused: () => void askMinistryAgain(queryClient),
  });
}

/** An answer without its language is the Greek one. */
const atItsField = (error: FieldError): FieldError =>
  error.field === "answer" ? { ...error, field: answerField("el") } : error;
