import { parseDate } from "@internationalized/date";
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

interface DayCalendarProps {
  readonly date: string;
  readonly today: string | null;
  readonly onChoose: (date: string) => void;
}

/** A month from Monday on; arrows move by day, Page Up and Page Down by month. */
export function DayCalendar({ date, today, onChoose }: DayCalendarProps) {
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
              <CalendarCell date={cell} className={classes("calendar__day", cell.toString() === today && "is-today")} />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}
