import { useId } from "react";
import { useText } from "../../../kit/text.tsx";
import { CELL_ANSWERS, type CellAnswer, type DiaryPreview } from "../../contract.ts";
import type { Diary } from "../use-diary.ts";
import { SheetAsWritten } from "./sheet-as-written.tsx";

interface UnreadCellsProps {
  readonly preview: DiaryPreview;
  readonly work: Diary;
}

/** «3 κελιά δεν διαβάστηκαν»: each is asked about, and stands marked in the sheet. */
export function UnreadCells({ preview: { sheet, unread }, work: { diary, answerCell } }: UnreadCellsProps) {
  const t = useText();
  const titleId = useId();
  const asked = sheet.lines
    .flatMap(({ cells }) => cells)
    .filter(({ id, fate }) => fate === "unread" || diary.cells[id] !== undefined);
  const numbers = new Map(asked.map(({ id }, at) => [id, at + 1]));
  return (
    <>
      {asked.length > 0 && (
        <section className="note note--warn diary__unread" aria-labelledby={titleId}>
          <h3 id={titleId}>{t("diary.unreadCells", { count: unread })}</h3>
          <p>{t("diary.unreadCells-hint")}</p>
          <ol>
            {asked.map(({ id, label, text }) => (
              <li key={id}>
                <CellQuestion
                  label={label}
                  text={text}
                  answer={diary.cells[id] ?? null}
                  onAnswer={(answer) => answerCell(id, answer)}
                />
              </li>
            ))}
          </ol>
        </section>
      )}
      <SheetAsWritten sheet={sheet} numbers={numbers} />
    </>
  );
}

interface QuestionProps {
  readonly label: string;
  readonly text: string;
  readonly answer: CellAnswer | null;
  readonly onAnswer: (answer: CellAnswer) => void;
}

function CellQuestion({ label, text, answer, onAnswer }: QuestionProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset>
      <legend>
        <b>«{text}»</b> <span className="hint">{label}</span>
      </legend>
      <div className="radios">
        {CELL_ANSWERS.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === answer} onChange={() => onAnswer(each)} />
            {t(`diary.cell-${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
