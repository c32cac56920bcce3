import { useLanguage, useText } from "../../../kit/text.tsx";
import type { QuestionSet } from "../../../onboarding/contract.ts";
import { localized } from "../../../onboarding/ui/localized.ts";

export function QuestionList({ set: { questions } }: { set: QuestionSet }) {
  const t = useText();
  const { language } = useLanguage();
  const say = localized(language, t("ministry.question-office"));
  return (
    <ol className="ministry__questions">
      {questions.map(({ id, kind, label }) => (
        <li key={id}>
          {say(label)} <span className="hint">{t(`ministry.question-${kind}`)}</span>
        </li>
      ))}
    </ol>
  );
}
