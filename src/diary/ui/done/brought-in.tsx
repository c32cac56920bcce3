import { Link } from "@tanstack/react-router";
import { weekdayAndDate } from "../../../kit/dates.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { focusAtMount } from "../../../kit/focus.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button, buttonClass } from "../../../kit/ui/button.tsx";
import type { DiaryRow } from "../../contract.ts";
import type { Done } from "../diary-draft.ts";
import { PrintLeft } from "../print-left.tsx";
import type { Diary } from "../use-diary.ts";
import { VerdictTag } from "../verdict.tsx";

interface BroughtInProps {
  readonly office: string;
  readonly done: Done;
  readonly work: Diary;
}

/** The appointments booked, the way to them, and the rows that are still only on paper. */
export function BroughtInMessage({ office, done: { result, left }, work }: BroughtInProps) {
  const t = useText();
  const { language } = useLanguage();
  const { id, booked, leftOut, unread, firstDate } = result;
  const { undoing, startAgain } = work;
  const undo = () => {
    if (!undoing.isPending) undoing.mutate(id, { onSuccess: work.read });
  };
  return (
    <section className="message sheet" aria-labelledby="brought-in">
      <h2 id="brought-in" tabIndex={-1} ref={focusAtMount}>
        {t("diary.doneTitle", { count: booked })}
      </h2>
      <p>{leftOut > 0 ? t("diary.doneText", { count: leftOut }) : t("diary.doneAll")}</p>
      {unread > 0 && <p>{t("diary.doneUnread", { count: unread })}</p>}
      <p className="hint">{t("diary.howToCancel")}</p>
      <div className="group">
        {firstDate && (
          <Link
            className={buttonClass("primary")}
            to="/offices/$office/days/$date"
            params={{ office, date: firstDate }}
          >
            {t("diary.toFirstDay", { day: weekdayAndDate(firstDate, language) })}
          </Link>
        )}
        <Button onClick={startAgain}>{t("diary.another")}</Button>
        <Button onClick={undo} aria-disabled={undoing.isPending}>
          {t(undoing.isPending ? "diary.undoing" : "diary.undoAll")}
        </Button>
      </div>
      <FormProblem sentence={undoing.error && sentenceOf(undoing.error, t, t("shell.noAnswerAct"))} />
      <PrintLeft office={office} rows={left} />
      {left.length > 0 && <LeftRows rows={left} />}
    </section>
  );
}

function LeftRows({ rows }: { rows: readonly DiaryRow[] }) {
  const t = useText();
  return (
    <details className="diary__left" open={rows.length <= 20}>
      <summary>{t("diary.leftRows")}</summary>
      <ul>
        {rows.map(({ row, label, verdict, cells }) => (
          <li key={row}>
            <span>
              {t("diary.row")} {label}
            </span>
            <span>{cells.filter(Boolean).join(" | ")}</span>
            <VerdictTag verdict={verdict} />
          </li>
        ))}
      </ul>
    </details>
  );
}
