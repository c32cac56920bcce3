import { Fragment } from "react";
import { formatPhone, shortDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Office } from "../../offices/contract.ts";
import { inCapitals } from "../../platform/text/capitals.ts";
import { type Column, type DiaryPreview, type DiaryRow, DOUBTS } from "../contract.ts";
import { NearestPlaces } from "./nearest-places.tsx";
import { needsPerson } from "./next-row.ts";
import { RowForm } from "./row-form.tsx";
import type { Editing } from "./use-editing.ts";
import { VerdictTag } from "./verdict.tsx";
import { WhichDay } from "./which-day.tsx";

interface PreviewRowProps {
  readonly row: DiaryRow;
  readonly office: Office;
  readonly editing: Editing;
  readonly columns: DiaryPreview["columns"];
}

/** A row as it was written and as it would be booked, or why not; put right in its place. */
export function PreviewRow({ row, office, editing, columns }: PreviewRowProps) {
  const t = useText();
  const isOpen = editing.row === row.row;
  return (
    <>
      <tr className={`diary__row is-${row.verdict}`} data-open={isOpen || undefined}>
        <th scope="row">
          <span className="diary__label">{t("diary.row")} </span>
          {row.label}
        </th>
        <td className="diary__raw">
          <Written row={row} columns={columns} />
        </td>
        <td className="diary__when">
          <When row={row} />
        </td>
        <td className="diary__name">
          <b>{inCapitals(row.lastName)}</b> {row.firstName}
          {row.notes && <p className="hint">{row.notes}</p>}
        </td>
        <td className="diary__phone">
          <Phone row={row} />
        </td>
        <td>
          <Visit row={row} office={office} />
        </td>
        <td className="diary__outcome">
          <Outcome row={row} editing={editing} isOpen={isOpen} />
        </td>
        <td>
          <Acts row={row} editing={editing} isOpen={isOpen} />
        </td>
      </tr>
      {isOpen && (
        <tr className="diary__open">
          <td colSpan={8}>
            <RowForm row={row} office={office} columns={columns} editing={editing} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The cells between bars; what of them is a fault is marked. */
function Written({ row: { cells, problems, verdict }, columns }: { row: DiaryRow } & Pick<PreviewRowProps, "columns">) {
  const faulty = new Set(verdict === "unclear" ? problems.map(({ field }) => field) : []);
  const isFaulty = (column: Column | null) =>
    column !== null && (faulty.has(column) || (column === "fullName" && NAMES.some((name) => faulty.has(name))));
  const filled = cells.flatMap((text, at) => (text === "" ? [] : [{ text, at }]));
  return filled.map(({ text, at }, place) => (
    <Fragment key={at}>
      {place > 0 && " | "}
      {isFaulty(columns[at] ?? null) ? <mark>{text}</mark> : text}
    </Fragment>
  ));
}

const NAMES = ["lastName", "firstName"];

function When({ row: { date, time, hints, problems } }: { row: DiaryRow }) {
  const t = useText();
  const { language } = useLanguage();
  const waits = problems.some(({ code }) => code === "diary-day-waits");
  const unread = <em>{t(waits ? "diary.waits" : "diary.unread")}</em>;
  return (
    <>
      {date ? shortDate(date, language) : unread}, <b>{time ?? <em>{t("diary.unread")}</em>}</b>
      {hints.includes("time-adjusted") && <p className="hint">{t("diary.hint-time-adjusted")}</p>}
      {hints.includes("date-carried-down") && <p className="hint">{t("diary.hint-date-carried-down")}</p>}
    </>
  );
}

function Phone({ row: { phone, problems } }: { row: DiaryRow }) {
  const t = useText();
  if (!phone) return <span className="hint">{t("diary.noPhone")}</span>;
  return problems.some(({ field }) => field === "phone") ? <em>{phone}</em> : formatPhone(phone);
}

function Visit({ row, office }: { row: DiaryRow; office: Office }) {
  const t = useText();
  const { language } = useLanguage();
  const service = office.services.find(({ code }) => code === row.service);
  return (
    <>
      {language === "en" ? service?.nameEn : service?.shortName}
      {row.minutes !== null && ` ${t("diary.minutes", { minutes: row.minutes })}`}
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
  // Of an open row the fields say it.
  const isShown = ({ field }: DiaryRow["problems"][number]) => !isOpen || field === "row" || field === "queue";
  const exchange = () => editing.decide(row.row, { lastName: row.firstName, firstName: row.lastName });
  return (
    <>
      <VerdictTag verdict={row.verdict} /> {row.queue && t("plan.queue-number", { number: row.queue })}
      {row.problems.filter(isShown).map(({ field, code, message }) => (
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
          aria-label={t("diary.swapRow", { row: row.label })}
          onClick={exchange}
        >
          {t("diary.swap")}
        </Button>
      )}
      {!isOpen && <NearestPlaces row={row} editing={editing} />}
      {!isOpen && <WhichDay row={row} editing={editing} />}
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
        aria-label={t(isOut ? "diary.takeBackRow" : "diary.editRow", { row: row.label })}
        aria-expanded={isOut ? undefined : isOpen}
        data-edit={row.row}
        onClick={() => (isOut ? editing.takeBack(row.row) : editing.open(isOpen ? null : row.row))}
      >
        {t(isOut ? "diary.takeBack" : "diary.edit")}
      </Button>
      {isDoubted && (
        <Button
          size="small"
          aria-label={t("diary.confirmRow", { row: row.label })}
          onClick={() => editing.decide(row.row, { isConfirmed: true })}
        >
          {t("diary.confirm")}
        </Button>
      )}
      {!isOut && (
        <Button size="small" look="ghost" aria-label={t("diary.leaveOutRow", { row: row.label })} onClick={leave}>
          {t("diary.leaveOut")}
        </Button>
      )}
    </div>
  );
}
