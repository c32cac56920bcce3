import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayOfMonth, formatPhone, timeOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Moment } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { withPanel } from "../day-search.ts";
import { type Delay, delayOf, isOverdue } from "../delay.ts";
import { DelayWords } from "../delay-words.tsx";
import { NeedsMark } from "../needs/needs-mark.tsx";
import { StatusGlyph } from "../status-glyph.tsx";
import { useDayAddress } from "../use-day-navigation.ts";
import { RowButtons, type RowButtonsProps } from "./row-buttons.tsx";
import type { ListedAppointment } from "./rows.ts";

export function AppointmentTableRow(props: RowButtonsProps) {
  const { row, now, isTabStop, isMenuOpen } = props;
  const { id, time, minutes, status, phone } = row.appointment;
  const t = useText();
  const { search } = useDayAddress();
  const isCurrent = search.panel === id || isMenuOpen;
  return (
    <tr
      data-row={id}
      className={classes(`is-${status}`, isOverdue(row.appointment, now) && "is-late", isCurrent && "is-current")}
    >
      <td className="table__time">
        {time} <small>{t("table.minutes", { minutes })}</small>
      </td>
      <th scope="row" className="table__name">
        <NameLink row={row} isTabStop={isTabStop} />
      </th>
      <td className="table__service">{row.service}</td>
      <td className="table__queue">{row.queue}</td>
      <td className="table__status">
        <StatusCell appointment={row.appointment} now={now} />
      </td>
      <Particular label={t("table.phone")} className="table__phone">
        {phone ? formatPhone(phone) : <span className="hint">{t("table.notGiven")}</span>}
      </Particular>
      <Particular label={t("table.email")} className="table__email">
        <EmailCell row={row} />
      </Particular>
      <Particular label={t("table.channels")} className="table__channel">
        {row.appointment.channel === "online" && <Icon name="globe" />} {row.channel}
      </Particular>
      <td className="table__acts">
        <RowButtons {...props} />
      </td>
    </tr>
  );
}

/** The status in words, since when, and what it comes to in minutes. */
function StatusCell({ appointment, now }: { appointment: Appointment; now: Moment }) {
  const t = useText();
  const { status, statusAt } = appointment;
  const delay = delayOf(appointment, now);
  const since = () => {
    if (status === "cancelled") return `${dayOfMonth(statusAt.slice(0, 10))}, ${timeOf(statusAt)}`;
    return status === "arrived" || (status === "in-service" && !delay) ? timeOf(statusAt) : null;
  };
  return (
    <>
      <StatusGlyph status={status} /> <b>{t(`plan.status-${status}`)}</b>
      {since() && <small> {since()}</small>}
      {delay && <DelayCell delay={delay} />}
    </>
  );
}

function DelayCell({ delay }: { delay: Delay }) {
  const t = useText();
  if (delay.kind === "at-counter")
    return (
      <span className="table__delay">
        <span className="table__comma">, </span>
        {t("plan.minutes", delay)}
      </span>
    );
  if (delay.kind === "early") return <small>, {t("table.early")}</small>;
  return (
    <span className="table__delay">
      <span className="table__comma">, </span>
      <DelayWords delay={delay} />
    </span>
  );
}

function EmailCell({ row: { appointment, isUndelivered } }: { row: ListedAppointment }) {
  const t = useText();
  if (isUndelivered)
    return (
      <span className="table__lost">
        <Icon name="mail-lost" /> {t("table.undelivered")}
      </span>
    );
  if (!appointment.email) return <span className="hint">{t("table.no")}</span>;
  return (
    <>
      <Icon name="mail" /> {t("table.yes")}
    </>
  );
}

/** The one link of the row: the name, and for a clerk who only hears it also when and in what state. */
function NameLink({ row, isTabStop }: { row: ListedAppointment; isTabStop: boolean }) {
  const { appointment, first, rest, isUndelivered } = row;
  const t = useText();
  const { office, date, search } = useDayAddress();
  const { id, business, time, status, channel } = appointment;
  return (
    <Link
      to="/offices/$office/days/$date"
      params={{ office, date }}
      search={withPanel(search, { panel: id })}
      data-appointment={id}
      tabIndex={isTabStop ? 0 : -1}
    >
      {first}
      <NeedsMark {...appointment} /> <span className={business ? "table__representative" : undefined}>{rest}</span>
      <span className="visually-hidden">
        , {time}, {t(`plan.status-${status}`)}
        {channel === "online" && `, ${t("plan.fromWeb")}`}
        {isUndelivered && `, ${t("plan.undelivered")}`}
      </span>
    </Link>
  );
}

interface ParticularProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** On a card there is no head above the value: its name stands before it. */
const Particular = ({ label, className, children }: ParticularProps) => (
  <td className={className}>
    <span className="table__label">{label}: </span>
    {children}
  </td>
);
