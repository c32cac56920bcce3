import { dayAndMonth, weekday } from "../../../kit/dates.ts";
import { variables } from "../../../kit/place-style.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { Office, Service } from "../../../offices/contract.ts";
import { inWordsOf, type Language } from "../../../text/text.ts";
import type { DayRoom, Room, Weeks } from "../../contract.ts";
import { activeQueues, dayName, dayWords, freeOn } from "../day-words.ts";
import { FreeTimes } from "./free-times.tsx";
import { dayId } from "./use-roving-day.ts";

interface DayCellProps {
  readonly day: DayRoom;
  readonly office: Office;
  readonly service: Service;
  readonly weeks: Weeks;
  readonly isShown: boolean;
  readonly onShow: (date: string) => void;
}

/** A day: how full each queue is, and how much room is left in words. The shown one has its free times with it. */
export function DayCell({ day, office, service, weeks, isShown, onShow }: DayCellProps) {
  const t = useText();
  const { language } = useLanguage();
  const { date, closed, isPast, holiday, holidayEn } = day;
  const isToday = date === weeks.now.date;
  const hasRoom = freeOn(day) > 0;
  return (
    <td className={classes("weeks__day", isPast && "is-past", isToday && "is-today", closed && "is-closed")}>
      <button
        type="button"
        id={dayId(date)}
        data-day={date}
        tabIndex={isShown ? 0 : -1}
        aria-label={dayName(day, weeks, t, language)}
        aria-current={isToday ? "date" : undefined}
        aria-expanded={isShown}
        onFocus={() => onShow(date)}
        onClick={() => onShow(date)}
      >
        <span className="weeks__date">
          <span className="weeks__weekday">{weekday(date, language)}</span> {dateInWords(date, language)}{" "}
          {isToday && <span className="weeks__today">{t("overview.is-today")}</span>}
        </span>{" "}
        {!isPast && !closed && (
          <span className="weeks__bars">
            {activeQueues(day, weeks.queues).map(({ room }) => (
              <RoomBar key={room.number} room={room} />
            ))}
          </span>
        )}
        <span className={classes("weeks__words", hasRoom && "is-free")}>{dayWords(day, t)}</span>{" "}
        {holiday && !closed && <span className="badge badge--navy">{inWordsOf(t, holiday, holidayEn)}</span>}
      </button>
      {isShown && <FreeTimes day={day} office={office} service={service} weeks={weeks} />}
    </td>
  );
}

/** 26 Νοεμβρίου */
const dateInWords = (date: string, language: Language): string =>
  dayAndMonth(date, language).slice(weekday(date, language).length + 1);

/** The taken share of the offered time; hatched where the queue does not serve. */
function RoomBar({ room: { free, offered } }: { room: Room }) {
  if (offered === 0) return <span className="room-bar room-bar--none" />;
  return (
    <span className="room-bar" style={variables({ "--full": (offered - free) / offered })}>
      <span />
    </span>
  );
}
