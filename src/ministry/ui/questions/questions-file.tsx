import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { QuestionSet } from "../../../onboarding/contract.ts";

/** What was read of a file: questions under a key of their own, or where it is none. */
export type ReadFile =
  | { readonly id: string; readonly set: QuestionSet }
  | { readonly id: string; readonly unread: string };

/** Read as soon as it is chosen; the same file can be chosen again once it was saved anew. */
export function QuestionsFile({ onRead }: { onRead: (read: ReadFile) => void }) {
  const t = useText();
  return (
    <p className="group">
      <label className={buttonClass()}>
        <Icon name="up" />
        {t("ministry.questions-choose")}
        <input
          className="visually-hidden"
          type="file"
          accept=".json,application/json"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file) onRead(readQuestions(await file.text()));
            target.value = "";
          }}
        />
      </label>
      <span className="hint">{t("ministry.questions-choose-hint")}</span>
    </p>
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
