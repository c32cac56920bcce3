import { useLanguage, useText } from "../../../kit/text.tsx";
import type { QuestionSet } from "../../../onboarding/contract.ts";

export function QuestionList({ set: { questions } }: { set: QuestionSet }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <ol className="ministry__questions">
      {questions.map(({ id, kind, label }) => (
        <li key={id}>
          {label[language]} <span className="hint">{t(`ministry.question-${kind}`)}</span>
        </li>
      ))}
    </ol>
  );
}
