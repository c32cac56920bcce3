import { FormProblem } from "../../kit/form/form-problem.tsx";
import { FoundNote } from "../../kit/form/found-note.tsx";
import { OvertakenNotice } from "../../kit/form/overtaken-notice.tsx";
import { useDraftNotice } from "../../kit/form/use-draft-notice.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Onboarding } from "../contract.ts";
import { answerWords } from "./answer-words.ts";
import { localized } from "./localized.ts";
import { QuestionInput } from "./question-input.tsx";
import type { QuestionnaireOf } from "./questionnaire-of.ts";
import { QUESTIONNAIRE_FORM, useQuestionnaire } from "./use-questionnaire.ts";

interface QuestionnaireFormProps extends QuestionnaireOf {
  readonly questionnaire: NonNullable<Onboarding["questionnaire"]>;
}

/** The questions, with a draft that is kept and a submission that is final. */
export function QuestionnaireForm({ office, onboarding, questionnaire: { set } }: QuestionnaireFormProps) {
  const t = useText();
  const { language } = useLanguage();
  const { form, fields, problem, isSubmitting, submit } = useQuestionnaire(office.code, onboarding, set);
  useDraftNotice([QUESTIONNAIRE_FORM], office.code);
  const say = localized(language, office.name);
  const question = (field: string) => set.questions.find(({ id }) => id === field);
  const labelOf = (field: string): string => {
    const asked = question(field);
    return asked ? say(asked.label) : field;
  };
  const wordsOf = (field: string, text: string): string => {
    const asked = question(field);
    return asked ? answerWords(asked, text, t, language) : text;
  };
  return (
    <form
      ref={form.ref}
      noValidate
      className="onboarding__form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="hint">{t("onboarding.once")}</p>
      <FoundNote form={form} />
      <OvertakenNotice form={form} title={t("onboarding.overtaken")} labelOf={labelOf} wordsOf={wordsOf} />
      {set.questions.map((asked) => (
        <QuestionInput key={asked.id} form={fields} question={asked} say={say} />
      ))}
      <FormProblem sentence={problem} />
      <div className="group">
        <Button type="submit" look="go" aria-disabled={isSubmitting}>
          {t(form.overtaken.length > 0 ? "onboarding.submit-mine" : "onboarding.submit")}
        </Button>
        <Button aria-disabled={form.isSaving} onClick={form.submit}>
          {form.isSaving ? t("shell.saving") : t("onboarding.save-draft")}
        </Button>
      </div>
    </form>
  );
}
