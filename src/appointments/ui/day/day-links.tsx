import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { daysAfter, weekdayAndDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { onOtherDay, useDayAddress } from "../use-day-navigation.ts";

/** Yesterday, today and tomorrow of the day shown. */
export function DayLinks({ date, today }: { date: string; today: string | null }) {
  const t = useText();
  const { language } = useLanguage();
  const dayBefore = daysAfter(date, -1);
  const dayAfter = daysAfter(date, 1);
  return (
    <nav className="segments" aria-label={t("plan.changeDay")}>
      <DayLink date={dayBefore} label={t("plan.previousDay", { day: weekdayAndDate(dayBefore, language) })}>
        <Icon name="previous" />
      </DayLink>
      {today && (
        <DayLink date={today} isCurrent={date === today}>
          {t("plan.todayLink")}
        </DayLink>
      )}
      <DayLink date={dayAfter} label={t("plan.nextDay", { day: weekdayAndDate(dayAfter, language) })}>
        <Icon name="next" />
      </DayLink>
    </nav>
  );
}

interface DayLinkProps {
  readonly date: string;
  readonly label?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

function DayLink({ date, label, isCurrent = false, children }: DayLinkProps) {
  const { office, search } = useDayAddress();
  return (
    <Link
      to="/offices/$office/days/$date"
      params={{ office, date }}
      search={onOtherDay(search)}
      activeProps={{ "aria-current": undefined }}
      aria-label={label}
      title={label}
      aria-current={isCurrent ? "date" : undefined}
    >
      {children}
    </Link>
  );
}
