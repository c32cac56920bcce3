import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { daysAfter, longDate, weekdayAndDate } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { CalendarButton } from "../../../kit/ui/calendar-button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";

const route = getRouteApi("/staff/days/$date");

interface OfficesHeadProps {
  readonly date: string;
  /** By the server's clock; null until its first answer */
  readonly today: string | null;
}

export function OfficesHead({ date, today }: OfficesHeadProps) {
  const t = useText();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = (to: string) => void navigate({ params: { date: to }, search });
  const [before, after] = [daysAfter(date, -1), daysAfter(date, 1)];
  useShortcuts({
    BracketLeft: () => open(before),
    BracketRight: () => open(after),
    ...(today && { KeyT: () => open(today) }),
  });
  return (
    <PageHead
      kicker={
        <>
          {t("overview.all")}
          {date === today && `, ${t("overview.is-today")}`}
        </>
      }
      title={longDate(date, language)}
    >
      <title>{`${t("overview.all")}, ${longDate(date, language)} | ${t("shell.appName")}`}</title>
      <div className="group">
        <nav className="segments" aria-label={t("overview.change-day")}>
          <DayLink date={before} label={t("overview.previous-day", { day: weekdayAndDate(before, language) })}>
            <Icon name="previous" />
          </DayLink>
          {today && (
            <DayLink date={today} isCurrent={date === today}>
              {t("overview.today")}
            </DayLink>
          )}
          <DayLink date={after} label={t("overview.next-day", { day: weekdayAndDate(after, language) })}>
            <Icon name="next" />
          </DayLink>
        </nav>
        <CalendarButton date={date} today={today} onChoose={open} />
      </div>
    </PageHead>
  );
}

interface DayLinkProps {
  readonly date: string;
  readonly label?: string;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

function DayLink({ date, label, isCurrent = false, children }: DayLinkProps) {
  return (
    <Link
      to="/days/$date"
      params={{ date }}
      search={route.useSearch()}
      activeProps={{ "aria-current": undefined }}
      aria-label={label}
      title={label}
      aria-current={isCurrent ? "date" : undefined}
    >
      {children}
    </Link>
  );
}
