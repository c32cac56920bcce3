import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { timeOf } from "../../../kit/dates.ts";
import { placed } from "../../../kit/place-style.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { useLive } from "../../../live/ui/live-state.ts";
import type { Appointment } from "../../contract.ts";
import { called } from "../../person.ts";
import { isConfirmed, visitorOf } from "../../statuses.ts";
import { cellId } from "../cell-focus.ts";
import { withPanel } from "../day-search.ts";
import { serviceOf } from "../service-of.ts";
import { StatusGlyph } from "../status-glyph.tsx";
import { useDayAddress } from "../use-day-navigation.ts";
import { CardIcons } from "./card-icons.tsx";
import type { PlanCellProps } from "./plan-cell-props.ts";
import { QuickActs } from "./quick-acts.tsx";

type AppointmentCardProps = PlanCellProps & { readonly appointment: Appointment };

/** One link that opens the appointment; the next one due has its act beside it. */
export function AppointmentCard({
  cell,
  range,
  office,
  queue,
  appointment,
  steps = [],
  isTabStop,
  isTall,
  isTaken,
  isUndelivered,
}: AppointmentCardProps) {
  const t = useText();
  const { language } = useLanguage();
  const address = useDayAddress();
  const { first, rest } = called(appointment, t);
  const service = serviceOf(office, appointment.service);
  const { status, time, id } = appointment;
  const placeId = cellId({ queue: queue.number, from: cell.from });
  const isChanged = useLive(({ changed }) => changed.has(id));
  return (
    <li
      data-cell={placeId}
      className={classes(
        "plan-place card",
        `is-${status}`,
        isTall && "card--tall",
        steps.length > 0 && "has-acts",
        isTaken && "is-taken",
        isChanged && "is-changed",
      )}
      style={placed(cell, range)}
    >
      <Link
        to="/offices/$office/days/$date"
        params={{ office: address.office, date: address.date }}
        search={withPanel(address.search, { panel: id })}
        activeProps={{ "aria-current": address.search.panel === id ? "true" : undefined }}
        id={placeId}
        data-appointment={id}
        tabIndex={isTabStop ? 0 : -1}
      >
        <StatusGlyph status={status} />
        <span className="card__time">
          <span className="visually-hidden">{t(`plan.status-${status}`)}, </span>
          {time}
        </span>{" "}
        <span className="card__name" title={`${first} ${rest}`.trim()}>
          {first} <span>{rest}</span>
        </span>
        <span className="visually-hidden">, </span>
        <span className="card__service">
          {status === "no-show" || status === "left" ? <b>{t(`plan.status-${status}`)}</b> : serviceName()}
        </span>
        <CardSide appointment={appointment} isTaken={isTaken} isUndelivered={isUndelivered} />
        {isChanged && <span className="visually-hidden">, {t("live.justChanged")}</span>}
      </Link>
      {steps.length > 0 && <QuickActs appointment={appointment} steps={steps} />}
    </li>
  );

  function serviceName(): string {
    if (!isConfirmed(status)) return "";
    return (language === "en" ? service?.nameEn : service?.shortName) ?? appointment.service;
  }
}

/** At the right: since when, or how to reach the person. */
function CardSide({
  appointment,
  isTaken,
  isUndelivered,
}: Pick<AppointmentCardProps, "appointment" | "isTaken" | "isUndelivered">) {
  const t = useText();
  if (isTaken) return <CardState>{t("plan.justTaken")}</CardState>;
  if (visitorOf(appointment.status) === "at-counter") return <CardState>{t("plan.now")}</CardState>;
  if (visitorOf(appointment.status) !== "waiting")
    return <CardIcons appointment={appointment} isUndelivered={isUndelivered} />;
  return (
    <CardState>
      <span className="card__word">{t("plan.status-arrived")} </span>
      {timeOf(appointment.statusAt)}
    </CardState>
  );
}

const CardState = ({ children }: { children: ReactNode }) => (
  <span className="card__state">
    <span className="visually-hidden">, </span>
    {children}
  </span>
);
