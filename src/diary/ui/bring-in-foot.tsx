import { useState } from "react";
import { dayAndMonth } from "../../kit/dates.ts";
import { sentenceOf } from "../../kit/failure.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Language, Text } from "../../text/text.ts";
import type { DiaryPreview } from "../contract.ts";
import { PrintLeft } from "./print-left.tsx";
import { Progress } from "./progress.tsx";
import type { Diary } from "./use-diary.ts";

interface FootProps {
  readonly office: string;
  readonly work: Diary;
  readonly preview: DiaryPreview;
  readonly openRow: string | null;
  readonly onOpenRow: () => void;
}

/** One press for all that fits; what doesn't stays on paper only when somebody says so. */
export function BringInFoot({ office, work, preview: { counts, span, rows, unread }, openRow, onOpenRow }: FootProps) {
  const t = useText();
  const [leavesRest, setLeavesRest] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const { bringing, reading, diary } = work;
  const { language } = useLanguage();
  const undecided = counts.collides + counts.unclear + unread;
  const isBusy = bringing.isPending || reading.isPending;
  const fault = isTried ? faultOf(openRow, undecided, leavesRest) : null;
  const save = () => {
    setIsTried(true);
    if (openRow !== null) return onOpenRow();
    if (isBusy || faultOf(openRow, undecided, leavesRest)) return;
    bringing.mutate({ wish: diary, leavesRest: undecided > 0 });
  };
  if (counts.fits === 0) return <NothingToDo office={office} work={work} counts={counts} rows={rows} />;
  return (
    <div className="diary__foot">
      <div className="diary__terms-of-act">
        <NotDone work={work} />
        {undecided > 0 ? (
          <label className="check">
            <input type="checkbox" checked={leavesRest} onChange={(event) => setLeavesRest(event.target.checked)} />
            {[
              undecided > unread && t("diary.leavesRest", { count: undecided - unread }),
              unread > 0 && t("diary.leavesUnread", { count: unread }),
            ]
              .filter(Boolean)
              .join(", ")}
          </label>
        ) : (
          <p>
            <b>{t("diary.together")}</b>
          </p>
        )}
        {fault && (
          <p className="field-error" role="alert">
            {t(`diary.${fault}`, { row: openRow ?? "" })}
          </p>
        )}
        {bringing.isPending ? <Progress label={t("diary.saving")} /> : <p className="hint">{t("diary.allOrNone")}</p>}
      </div>
      <PrintLeft office={office} rows={rows} />
      <Button look="go" className="diary__save" aria-disabled={isBusy} onClick={save}>
        {t("diary.save", { count: counts.fits })}
        {span && `, ${daysOf(span, t, language)}`}
      </Button>
    </div>
  );
}

/** Of one day it names that alone. */
function daysOf({ first, last }: NonNullable<DiaryPreview["span"]>, t: Text, language: Language): string {
  const [from, to] = [dayAndMonth(first, language), dayAndMonth(last, language)];
  return first === last ? from : t("diary.importDays", { first: from, last: to });
}

function faultOf(openRow: string | null, undecided: number, leavesRest: boolean) {
  if (openRow !== null) return "rowIsOpen";
  return undecided > 0 && !leavesRest ? "leavesRestMissing" : null;
}

interface NothingToDoProps extends Pick<FootProps, "office" | "work"> {
  readonly counts: DiaryPreview["counts"];
  readonly rows: DiaryPreview["rows"];
}

function NothingToDo({ office, work, counts, rows }: NothingToDoProps) {
  const t = useText();
  const isAllThere = counts.there > 0 && counts.collides + counts.unclear === 0;
  return (
    <div className="diary__foot">
      <div className="diary__terms-of-act">
        <NotDone work={work} />
        <p>
          <b>{t(isAllThere ? "diary.allThere" : "diary.nothingFits")}</b>
        </p>
      </div>
      <PrintLeft office={office} rows={rows} />
    </div>
  );
}

/** A refusal or a missing answer, and the way on. */
function NotDone({ work: { bringing, reading, read } }: { work: Diary }) {
  const t = useText();
  if (bringing.error)
    return (
      <p className="note note--error" role="alert">
        {sentenceOf(bringing.error, t, t("shell.noAnswerForm"))}
      </p>
    );
  if (!reading.error) return null;
  return (
    <div className="note note--error diary__swapped">
      <p role="alert">{sentenceOf(reading.error, t, t("diary.notRead"))}</p>
      <Button size="small" wraps onClick={read}>
        {t("shell.retry")}
      </Button>
    </div>
  );
}
