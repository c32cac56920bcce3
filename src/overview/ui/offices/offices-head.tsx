import { getRouteApi, Link } from "@tanstack/react-router";
import { Segments } from "../../../appointments/ui/segments.tsx";
import { daysAfter, longDate, weekdayAndDate } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { CalendarButton } from "../../../kit/ui/calendar-button.tsx";
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
          {t("shell.allOffices")}
          {date === today && `, ${t("overview.is-today")}`}
        </>
      }
      title={longDate(date, language)}
    >
      <title>{`${t("shell.allOffices")}, ${longDate(date, language)} | ${t("shell.appName")}`}</title>
      <div className="group">
        <Segments
          label={t("overview.change-day")}
          before={[before, t("overview.previous-day", { day: weekdayAndDate(before, language) })]}
          present={today === null ? null : [today, t("overview.today")]}
          after={[after, t("overview.next-day", { day: weekdayAndDate(after, language) })]}
          shown={date}
          linkTo={(day, look) => <Link to="/days/$date" params={{ date: day }} search={search} {...look} />}
        />
        <CalendarButton date={date} today={today} onChoose={open} />
      </div>
    </PageHead>
  );
}
