import { Link } from "@tanstack/react-router";
import { called } from "../../appointments/person.ts";
import { insteadOf, letterWords, reasonWords, stateWords } from "../../appointments/ui/mails/mail-words.ts";
import { formatPhone, shortDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { OWN_NAMES } from "../../text/languages.ts";
import type { ListedMail, OfficeMails } from "../contract.ts";
import { LostActs } from "./lost-acts.tsx";
import type { MailView } from "./mails-search.ts";

interface MailTableProps {
  readonly office: string;
  readonly view: MailView;
  readonly list: readonly ListedMail[];
  readonly now: OfficeMails["now"];
  readonly onHold: (mail: ListedMail, isHeld: boolean) => void;
}

/** A row for each letter; on a narrow screen each row is a card. */
export function MailTable({ office, view, list, now, onHold }: MailTableProps) {
  const t = useText();
  const isLost = view === "lost";
  return (
    <div className="mail-table sheet">
      <table>
        <caption className="visually-hidden">{t(`mails.caption-${view}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("mails.column-visit")}</th>
            <th scope="col">{t("mails.column-person")}</th>
            <th scope="col">{t("mails.column-letter")}</th>
            <th scope="col">{t(isLost ? "mails.column-why" : "mails.column-state")}</th>
            {isLost && <th scope="col">{t("mails.column-acts")}</th>}
          </tr>
        </thead>
        <tbody>
          {list.map((mail) => (
            <MailRow key={mail.id} office={office} mail={mail} now={now} isLost={isLost} onHold={onHold} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MailRowProps extends Pick<MailTableProps, "office" | "now" | "onHold"> {
  readonly mail: ListedMail;
  readonly isLost: boolean;
}

function MailRow({ office, mail, now, isLost, onHold }: MailRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const { date, time, status, language: inLanguage } = mail.appointment;
  const details = [
    insteadOf(mail, t),
    inLanguage !== "el" && OWN_NAMES[inLanguage],
    mail.letter !== "cancellation" && status === "cancelled" && t("mails.visit-cancelled"),
  ];
  const reason = reasonWords(mail, t);
  return (
    <tr>
      <td className="mail-table__visit">
        {date === now.date ? t("mails.visit-today", { time }) : `${shortDate(date, language)}, ${time}`}
      </td>
      <th scope="row">
        <Person office={office} mail={mail} isLost={isLost} />
      </th>
      <td>
        {letterWords(mail, t)}
        <small>{details.filter(Boolean).join(", ")}</small>
      </td>
      <td>
        {isLost ? <b>{reason}</b> : stateWords(mail, { t, language, now })}
        {!isLost && reason && <small>{reason}</small>}
        <small className="mail-table__address">{mail.address}</small>
      </td>
      {isLost && (
        <td>
          <LostActs mail={mail} now={now} onHold={onHold} />
        </td>
      )}
    </tr>
  );
}

/** The way to the appointment, and how else to reach the citizen. */
function Person({ office, mail: { appointment, was }, isLost }: Pick<MailRowProps, "office" | "mail" | "isLost">) {
  const t = useText();
  const { first, rest } = called(appointment, t);
  const { id, date, phone } = appointment;
  return (
    <>
      <Link to="/offices/$office/days/$date" params={{ office, date }} search={{ panel: id }}>
        {first} <span>{rest}</span>
      </Link>
      <small>
        {phone ? <a href={`tel:${phone}`}>{formatPhone(phone)}</a> : <b>{t("mails.without-phone")}</b>}
        {isLost && phone && (
          <>
            {", "}
            <Link to="/offices/$office/calls/$date" params={{ office, date: was?.date ?? date }}>
              {t("mails.in-call-list")}
            </Link>
          </>
        )}
      </small>
    </>
  );
}
