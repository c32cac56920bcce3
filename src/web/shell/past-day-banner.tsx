import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { validateDaySearch } from "../../appointments/ui/day-search.ts";
import { useShownDay } from "../../appointments/ui/shown-day.ts";
import { onOtherDay } from "../../appointments/ui/use-day-navigation.ts";
import { daysAfter, weekdayAndDate } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";

/** A plan that was today's when it was opened, and was left open overnight. What is being written goes along to today. */
export function PastDayBanner() {
  const t = useText();
  const { language } = useLanguage();
  const { office, date } = useParams({ strict: false });
  const search = onOtherDay(validateDaySearch(useSearch({ strict: false })));
  const today = useShownDay().data?.now.date;
  const wasToday = useWasToday(date, today);
  const isPast = office && date && today && wasToday && date < today;
  return (
    <div role="status">
      {isPast && (
        <div className="banner note note--warn">
          <p>
            <strong>
              {date === daysAfter(today, -1)
                ? t("live.yesterday")
                : t("live.earlier", { day: weekdayAndDate(date, language) })}
            </strong>{" "}
            {t("live.todayIs", { day: weekdayAndDate(today, language) })}
          </p>
          <Link
            className={buttonClass("plain", "small")}
            to="/offices/$office/days/$date/catch-up"
            params={{ office, date }}
            search={{}}
          >
            {t("shell.catchUp")}
          </Link>
          <Link
            className={buttonClass("plain", "small")}
            to="/offices/$office/days/$date"
            params={{ office, date: today }}
            search={search}
          >
            {t("live.toToday")}
          </Link>
        </div>
      )}
    </div>
  );
}

/** Whether this page has shown the date while it was today; another date is another look. */
function useWasToday(date: string | undefined, today: string | undefined): boolean {
  const [seen, setSeen] = useState<string>();
  if (date && date === today && seen !== date) setSeen(date);
  return date !== undefined && seen === date;
}
