import { Link } from "@tanstack/react-router";
import { placed } from "../../../kit/place-style.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { useLive } from "../../../live/ui/live-state.ts";
import type { Appointment } from "../../contract.ts";
import { called } from "../../person.ts";
import { isConfirmed } from "../../statuses.ts";
import { cellId } from "../cell-focus.ts";
import { withPanel } from "../day-search.ts";
import { delayOf, isOverdue } from "../delay.ts";
import { longerWords } from "../needs/longer.ts";
import { NeedsMark } from "../needs/needs-mark.tsx";
import { shortServices } from "../service-words.ts";
import { useDayAddress } from "../use-day-navigation.ts";
import { CardState } from "./card-state.tsx";
import type { PlanCellProps } from "./plan-cell-props.ts";
import { StatusLever } from "./status-lever.tsx";

type AppointmentCardProps = PlanCellProps & { readonly appointment: Appointment };

/** Below a quarter of an hour a wide card has one line. */
const TWO_LINES = 15;
/** A surname of more letters has a line of its own even on a wide card. */
const LONG_NAME = 15;
/** So many have no room on the lowest card of a small screen, but in smaller letters. */
const LONGEST_NAME = 20;

/**
 * The glyph that moves the visit on, and one link that opens it. The surname is whole whatever the width; the rest gives
 * way: service, the word before the minutes, time, first name (plan-card.css).
 */
export function AppointmentCard({
  cell,
  range,
  office,
  queue,
  now,
  appointment,
  isTabStop,
  isEarlier,
  isTaken,
  isUndelivered,
}: AppointmentCardProps) {
  const t = useText();
  const { language } = useLanguage();
  const address = useDayAddress();
  const { first, rest } = called(appointment, t);
  const { status, time, id, minutes } = appointment;
  const placeId = cellId({ queue: queue.number, from: cell.from });
  const isChanged = useLive(({ changed }) => changed.has(id));
  const delay = delayOf(appointment, now);
  return (
    <li
      data-cell={placeId}
      className={classes(
        "plan-place card",
        `is-${status}`,
        isOverdue(appointment, now) && "is-late",
        minutes < TWO_LINES && "card--short",
        first.length > LONG_NAME && "card--long",
        first.length > LONGEST_NAME && "card--longest",
        isEarlier && "is-earlier",
        isTaken && "is-taken",
        isChanged && "is-changed",
      )}
      style={placed(cell, range)}
    >
      <StatusLever appointment={appointment} now={now} isTabStop={isTabStop} />
      <Link
        to="/offices/$office/days/$date"
        params={{ office: address.office, date: address.date }}
        search={withPanel(address.search, { panel: id })}
        activeProps={{ "aria-current": address.search.panel === id ? "true" : undefined }}
        id={placeId}
        data-appointment={id}
        tabIndex={isTabStop ? 0 : -1}
        title={`${first} ${rest}`.trim()}
      >
        <span className="card__time">
          <span className="visually-hidden">{t(`plan.status-${status}`)}, </span>
          {time}
        </span>{" "}
        <span className="card__words">
          <b className="card__name">
            {first}
            <NeedsMark {...appointment} />
          </b>{" "}
          <span className="card__more">
            <span className="card__time-below" aria-hidden="true">
              {time}
            </span>
            <span className="card__first">{rest}</span>
            <span className="visually-hidden">, </span>
            <span className="card__service">{serviceName()}</span>
            <CardState appointment={appointment} delay={delay} isTaken={isTaken} isUndelivered={isUndelivered} />
          </span>
        </span>
        {isChanged && <span className="visually-hidden">, {t("live.justChanged")}</span>}
      </Link>
    </li>
  );

  function serviceName(): string {
    if (!isConfirmed(status)) return "";
    const longer = longerWords(appointment, { office, queues: [queue] }, t);
    return [shortServices(office, appointment, language), longer].filter(Boolean).join(", ");
  }
}
