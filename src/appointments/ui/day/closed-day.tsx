import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { daysAfter, weekdayAndDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { inWordsOf } from "../../../text/text.ts";
import type { Day } from "../../contract.ts";
import { withPanel } from "../day-search.ts";
import { availabilityQuery } from "../queries.ts";
import { useDayAddress } from "../use-day-navigation.ts";

const LOOKS_AHEAD = 31;

/** Nobody serves and nobody is booked: why, and when the office serves again. */
export function ClosedDayMessage({ day }: { day: Day }) {
  const t = useText();
  const { language } = useLanguage();
  const { office, search } = useDayAddress();
  const next = useNextFreeDay(office, day);
  const named = weekdayAndDate(day.date, language);
  const reasons = new Set(
    day.queues.flatMap(({ closed }) => closed.map(({ reason, reasonEn }) => inWordsOf(t, reason, reasonEn))),
  );
  return (
    <Message
      title={
        day.holiday
          ? t("plan.closedHoliday", { day: named, holiday: inWordsOf(t, day.holiday, day.holidayEn) })
          : t("plan.closedTitle", { day: named })
      }
      text={
        day.holiday || reasons.size === 0 ? t("plan.closedText") : `${t("plan.closedText")} ${[...reasons].join(", ")}.`
      }
    >
      {next && (
        <Link
          className={buttonClass("primary")}
          to="/offices/$office/days/$date"
          params={{ office, date: next }}
          search={withPanel(search)}
        >
          {t("plan.closedNext", { day: weekdayAndDate(next, language) })}
        </Link>
      )}
    </Message>
  );
}

function useNextFreeDay(office: string, day: Day): string | undefined {
  const first = daysAfter([day.date, day.now.date].toSorted().at(-1) ?? day.date, 1);
  const { data } = useQuery(availabilityQuery(office, first, daysAfter(first, LOOKS_AHEAD), null));
  return data?.days.find(({ times }) => times.length > 0)?.date;
}
