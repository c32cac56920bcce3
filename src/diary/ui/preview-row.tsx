import { formatPhone, weekdayAndDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Office } from "../../offices/contract.ts";
import { inCapitals } from "../../platform/text/capitals.ts";
import { type DiaryPreview, type DiaryRow, DOUBTS } from "../contract.ts";
import { NearestPlaces } from "./nearest-places.tsx";
import { needsPerson } from "./next-row.ts";
import { RowForm } from "./row-form.tsx";
import type { Editing } from "./use-editing.ts";
import { VerdictTag } from "./verdict.tsx";

interface PreviewRowProps {
  readonly row: DiaryRow;
  readonly office: Office;
  readonly editing: Editing;
  readonly columns: DiaryPreview["columns"];
}

/** A row as it would be booked, or why not; put right in its place. */
export function PreviewRow({ row, office, editing, columns }: PreviewRowProps) {
  const t = useText();
  const isOpen = editing.row === row.row;
  return (
    <>
      <tr className={`diary__row is-${row.verdict}`} data-open={isOpen || undefined}>
        <th scope="row">
          <span className="diary__label">{t("diary.row")} </span>
          {row.row}
        </th>
        <td>
          <When row={row} />
        </td>
        <td>
          <Person row={row} />
        </td>
        <td>
          <Visit row={row} office={office} />
        </td>
        <td>
          <Outcome row={row} editing={editing} isOpen={isOpen} />
        </td>
        <td>
          <Acts row={row} editing={editing} isOpen={isOpen} />
        </td>
      </tr>
      {isOpen && (
        <tr className="diary__open">
          <td colSpan={6}>
            <RowForm row={row} office={office} columns={columns} editing={editing} />
          </td>
        </tr>
      )}
    </>
  );
}

function When({ row: { date, time, hints } }: { row: DiaryRow }) {
  const t = useText();
  const { language } = useLanguage();
  const unread = <em>{t("diary.unread")}</em>;
  return (
    <>
      <b>{time ?? unread}</b> <span className="diary__date">{date ? weekdayAndDate(date, language) : unread}</span>
      {hints.includes("time-adjusted") && <p className="hint">{t("diary.hint-time-adjusted")}</p>}
      {hints.includes("date-carried-down") && <p className="hint">{t("diary.hint-date-carried-down")}</p>}
    </>
  );
}

function Person({ row }: { row: DiaryRow }) {
  const t = useText();
  return (
    <>
      <b>{inCapitals(row.lastName)}</b> {row.firstName}
      {row.phone && <p className="diary__phone">{formatPhone(row.phone)}</p>}
      {row.notes && <p className="hint">{row.notes}</p>}
      {row.verdict === "unclear" && <p className="hint">{t("diary.asWritten", { cells: cellsOf(row) })}</p>}
    </>
  );
}

const cellsOf = ({ cells }: DiaryRow): string => cells.filter(Boolean).join(" | ");

function Visit({ row, office }: { row: DiaryRow; office: Office }) {
  const t = useText();
  const { language } = useLanguage();
  const service = office.services.find(({ code }) => code === row.service);
  return (
    <>
      {language === "en" ? service?.nameEn : service?.shortName}
      {row.minutes !== null && ` ${t("diary.minutes", { minutes: row.minutes })}`}
      {row.queue && <p className="hint">{t("panel.queue-number", { number: row.queue })}</p>}
    </>
  );
}

interface PartProps {
  readonly row: DiaryRow;
  readonly editing: Editing;
  readonly isOpen: boolean;
}

function Outcome({ row, editing, isOpen }: PartProps) {
  const t = useText();
  const hints = row.hints.filter((hint) => hint !== "time-adjusted" && hint !== "date-carried-down");
  const exchange = () => editing.decide(row.row, { lastName: row.firstName, firstName: row.lastName });
  return (
    <>
      <VerdictTag verdict={row.verdict} />
      {row.problems.map(({ field, code, message }) => (
        <p key={`${field} ${code}`} className="diary__why">
          {message}
        </p>
      ))}
      {hints.map((hint) => (
        <p key={hint} className="hint">
          {t(`diary.hint-${hint}`)}
        </p>
      ))}
      {hints.includes("names-swapped") && !isOpen && (
        <Button
          size="in-card"
          className="diary__offer"
          aria-label={t("diary.swapRow", { row: row.row })}
          onClick={exchange}
        >
          {t("diary.swap")}
        </Button>
      )}
      {!isOpen && <NearestPlaces row={row} editing={editing} />}
    </>
  );
}

function Acts({ row, editing, isOpen }: PartProps) {
  const t = useText();
  const { verdict } = row;
  if (verdict === "past" || verdict === "there") return null;
  const isOut = verdict === "left-out";
  const isDoubted = row.problems.some(({ code }) => DOUBTS.includes(code));
  const leave = () => editing.decide(row.row, { isLeftOut: true });
  return (
    <div className="diary__acts">
      <Button
        size="small"
        look={isOut || !needsPerson(row) ? "ghost" : "plain"}
        aria-label={t(isOut ? "diary.takeBackRow" : "diary.editRow", { row: row.row })}
        aria-expanded={isOut ? undefined : isOpen}
        data-edit={row.row}
        onClick={() => (isOut ? editing.takeBack(row.row) : editing.open(isOpen ? null : row.row))}
      >
        {t(isOut ? "diary.takeBack" : "diary.edit")}
      </Button>
      {isDoubted && (
        <Button
          size="small"
          aria-label={t("diary.confirmRow", { row: row.row })}
          onClick={() => editing.decide(row.row, { isConfirmed: true })}
        >
          {t("diary.confirm")}
        </Button>
      )}
      {!isOut && (
        <Button size="small" look="ghost" aria-label={t("diary.leaveOutRow", { row: row.row })} onClick={leave}>
          {t("diary.leaveOut")}
        </Button>
      )}
    </div>
  );
}
