import { Link } from "@tanstack/react-router";
import { weekdayAndDate } from "../../kit/dates.ts";
import { focusAtMount } from "../../kit/focus.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import type { DiaryRow } from "../contract.ts";
import type { Done } from "./kept-diary.ts";
import { VerdictTag } from "./verdict.tsx";

interface BroughtInProps {
  readonly office: string;
  readonly done: Done;
  readonly onAnother: () => void;
}

/** The appointments booked, the way to them, and the rows that are still only on paper. */
export function BroughtInMessage({ office, done: { result, left }, onAnother }: BroughtInProps) {
  const t = useText();
  const { language } = useLanguage();
  const { booked, leftOut, firstDate } = result;
  return (
    <section className="message sheet" aria-labelledby="brought-in">
      <h2 id="brought-in" tabIndex={-1} ref={focusAtMount}>
        {t("diary.doneTitle", { count: booked })}
      </h2>
      <p>{leftOut > 0 ? t("diary.doneText", { count: leftOut }) : t("diary.doneAll")}</p>
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
        <Button onClick={onAnother}>{t("diary.another")}</Button>
      </div>
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
        {rows.map(({ row, verdict, cells }) => (
          <li key={row}>
            <span>
              {t("diary.row")} {row}
            </span>
            <span>{cells.filter(Boolean).join(" | ")}</span>
            <VerdictTag verdict={verdict} />
          </li>
        ))}
      </ul>
    </details>
  );
}
