import { numericDate, timeOf } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { answerWords } from "./answer-words.ts";
import { localized } from "./localized.ts";
import type { QuestionnaireOf } from "./questionnaire-of.ts";

/** What was submitted, to read only. */
export function SubmittedQuestionnaire({ office, onboarding: { submitted, questionnaire } }: QuestionnaireOf) {
  const t = useText();
  const { language } = useLanguage();
  const say = localized(language, office.name);
  if (!submitted) return null;
  const { at, by } = submitted;
  const moment = { date: numericDate(at.slice(0, 10)), time: timeOf(at) };
  return (
    <>
      <p className="note onboarding__thanks" role="status">
        {by ? t("onboarding.thanks-by", { ...moment, by }) : t("onboarding.thanks", moment)}
      </p>
      {questionnaire && (
        <dl className="onboarding__answers">
          {questionnaire.set.questions.map((question) => (
            <div key={question.id}>
              <dt>{say(question.label)}</dt>
              <dd>{answerWords(question, questionnaire.answers[question.id] ?? "", t, language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
