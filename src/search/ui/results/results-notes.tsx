import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Answers, OfficeAnswer } from "../use-answers.ts";
import { failureWords, isCut, peopleIn } from "./results-words.ts";

interface NotesProps {
  readonly answers: Answers;
  /** Offices of hers that were not asked */
  readonly unasked: number;
  readonly onAskOthers: () => void;
}

/** Whatever is not a person: nobody, more than these, an office that did not answer. */
export function ResultsNotes({ answers: { text, offices }, unasked, onAskOthers }: NotesProps) {
  const t = useText();
  if (text === "") return null;
  const isNobody = peopleIn(offices) === 0 && offices.every(({ answer }) => answer);
  return (
    <div className="results__notes">
      {isNobody ? (
        <p>{t("search.empty")}</p>
      ) : (
        offices.map((each) => <OfficeNote key={each.office.code} each={each} isOnly={offices.length === 1} />)
      )}
      {isCut(offices) && <p>{t("search.cut")}</p>}
      {unasked > 0 && <Button onClick={onAskOthers}>{t("search.other-offices", { count: unasked })}</Button>}
    </div>
  );
}

function OfficeNote({ each: { office, answer, error }, isOnly }: { each: OfficeAnswer; isOnly: boolean }) {
  const t = useText();
  if (error) {
    const reason = failureWords(error, t);
    return (
      <p className="note note--warn">{isOnly ? reason : t("search.failed-in", { office: office.name, reason })}</p>
    );
  }
  if (!answer) return isOnly ? null : <p className="late">{t("search.searching-in", { office: office.name })}</p>;
  return answer.people.length === 0 ? <p>{t("search.empty-here", { office: office.name })}</p> : null;
}
