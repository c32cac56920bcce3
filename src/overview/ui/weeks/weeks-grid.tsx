import { dayOfMonth, daysAfter, weekday } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office, Service } from "../../../offices/contract.ts";
import type { DayRoom, Weeks } from "../../contract.ts";
import { DayCell } from "./day-cell.tsx";
import { useRovingDay } from "./use-roving-day.ts";

interface WeeksGridProps {
  readonly office: Office;
  readonly service: Service;
  readonly weeks: Weeks;
  /** Of the weeks asked for; the ones before stay until these come */
  readonly monday: string;
  readonly isStale: boolean;
}

const HELP = "weeks-keys";

/** Weeks as rows, days as columns; on narrow screens a list. One day is in the Tab order, and its free times follow it. */
export function WeeksGrid({ office, service, weeks, monday, isStale }: WeeksGridProps) {
  const t = useText();
  const { language } = useLanguage();
  const { at, show, onKeyDown } = useRovingDay(weeks, monday);
  return (
    <div className="weeks">
      <table
        className="weeks__grid sheet"
        aria-label={t("overview.grid", { minutes: weeks.minutes })}
        aria-describedby={HELP}
        aria-busy={isStale}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{t("overview.week")}</th>
            {weeks.days.slice(0, 7).map(({ date }) => (
              <th scope="col" key={date}>
                {weekday(date, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inWeeks(weeks.days).map((days) => (
            <tr key={days[0]?.date}>
              <WeekHead monday={days[0]?.date ?? weeks.from} />
              {days.map((day) => (
                <DayCell
                  key={day.date}
                  day={day}
                  office={office}
                  service={service}
                  weeks={weeks}
                  isShown={day.date === at}
                  onShow={show}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint weeks__keys" id={HELP}>
        {t("overview.grid-keys")}
      </p>
    </div>
  );
}

function WeekHead({ monday }: { monday: string }) {
  const t = useText();
  const [from, to] = [dayOfMonth(monday), dayOfMonth(daysAfter(monday, 6))];
  return (
    <th scope="row">
      <span className="visually-hidden">{t("overview.week-of", { from, to })}</span>
      <span aria-hidden="true">
        {from} – {to}
      </span>
    </th>
  );
}

const inWeeks = (days: readonly DayRoom[]): DayRoom[][] =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
