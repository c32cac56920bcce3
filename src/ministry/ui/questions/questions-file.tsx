import { useText } from "../../../kit/text.tsx";
import { FileChoice } from "../../../kit/ui/file-choice.tsx";
import type { QuestionSet } from "../../../onboarding/contract.ts";

/** What was read of a file: questions under a key of their own, or where it is none. */
export type ReadFile =
  | { readonly id: string; readonly set: QuestionSet }
  | { readonly id: string; readonly unread: string };

export function QuestionsFile({ onRead }: { onRead: (read: ReadFile) => void }) {
  const t = useText();
  return (
    <FileChoice
      label={t("ministry.questions-choose")}
      hint={t("ministry.questions-choose-hint")}
      accept=".json,application/json"
      onChoose={async (file) => onRead(readQuestions(await file.text()))}
    />
  );
}

function readQuestions(text: string): ReadFile {
  const id = crypto.randomUUID();
  try {
    const value: unknown = JSON.parse(text);
    return isShowable(value) ? { id, set: value } : { id, unread: "questions" };
  } catch {
    return { id, unread: "JSON" };
  }
}

/** Enough of it to be seen; whether it may hold, the server says. */
function isShowable(value: unknown): value is QuestionSet {
  const { version, questions } = (value ?? {}) as Partial<QuestionSet>;
  const hasLabels = ({ label }: Partial<QuestionSet["questions"][number]>) =>
    typeof label?.el === "string" && typeof label.en === "string";
  return Number.isInteger(version) && Array.isArray(questions) && questions.every(hasLabels);
}
