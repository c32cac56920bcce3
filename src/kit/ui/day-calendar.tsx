import { type CalendarDate, parseDate } from "@internationalized/date";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from "react-aria-components/Calendar";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useLanguage, useText } from "../text.tsx";
import { buttonClass } from "./button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";

/** What stands small below the number of a day: of it the task asks. */
export interface DayNote {
  readonly short: string;
  /** The same in words, for who does not see it */
  readonly words: string;
  /** Nobody serves then */
  readonly isShut: boolean;
}

export interface DayNotes {
  readonly of: (date: string) => DayNote | null;
  /** What the small numbers are */
  readonly legend: string;
}

export interface DayCalendarProps {
  readonly date: string;
  readonly today: string | null;
  readonly onChoose: (date: string) => void;
  readonly notes?: DayNotes;
  /** Another month is shown, by its first day */
  readonly onMonth?: (first: string) => void;
}

/** A month from Monday on; arrows move by day, Page Up and Page Down by month. */
export function DayCalendar({ date, today, onChoose, notes, onMonth }: DayCalendarProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <I18nProvider locale={language === "en" ? "en-GB" : "el-GR"}>
      <Calendar
        className="calendar"
        aria-label={t("plan.calendarTitle")}
        defaultValue={parseDate(date)}
        firstDayOfWeek="mon"
        autoFocus
        onChange={(chosen) => onChoose(chosen.toString())}
        onFocusChange={(day) => onMonth?.(day.set({ day: 1 }).toString())}
      >
        <div className="calendar__head">
          <Button
            slot="previous"
            className={buttonClass("plain", "normal", "icon")}
            aria-label={t("plan.previousMonth")}
          >
            <Icon name="previous" />
          </Button>
          <Heading level={3} />
          <Button slot="next" className={buttonClass("plain", "normal", "icon")} aria-label={t("plan.nextMonth")}>
            <Icon name="next" />
          </Button>
        </div>
        <CalendarGrid weekdayStyle="short">
          <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {(cell) => (
              <Day date={cell} isToday={cell.toString() === today} note={notes?.of(cell.toString()) ?? null} />
            )}
          </CalendarGridBody>
        </CalendarGrid>
        {notes && <p className="hint calendar__legend">{notes.legend}</p>}
      </Calendar>
    </I18nProvider>
  );
}

function Day({ date, isToday, note }: { date: CalendarDate; isToday: boolean; note: DayNote | null }) {
  return (
    <CalendarCell
      date={date}
      className={classes("calendar__day", isToday && "is-today", note?.isShut && "is-shut")}
      render={(props) => <div {...props} {...(note && { "aria-label": `${props["aria-label"]}, ${note.words}` })} />}
    >
      {({ formattedDate }) => (
        <span data-note={note?.short} data-word={(note && /\p{L}/u.test(note.short)) || undefined}>
          {formattedDate}
        </span>
      )}
    </CalendarCell>
  );
}
