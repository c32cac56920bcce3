import { daysAfter, longDate } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { CalendarButton } from "../../../kit/ui/calendar-button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import { placeOf } from "../cell-focus.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { DayLinks } from "./day-links.tsx";
import { PrintDay } from "./print-day.tsx";
import { ViewSwitch } from "./view-switch.tsx";

interface DayHeadProps {
  readonly date: string;
  /** By the server's clock; null until its first answer */
  readonly today: string | null;
}

export function DayHead({ date, today }: DayHeadProps) {
  const t = useText();
  const { language } = useLanguage();
  const { openNew, openWalkIn, openDay } = useDayNavigation();
  const walkIn = () => today && openWalkIn(today, placeOf(document.activeElement)?.queue);
  useShortcuts({
    BracketLeft: () => openDay(daysAfter(date, -1)),
    BracketRight: () => openDay(daysAfter(date, 1)),
    ...(today && { KeyT: () => openDay(today), KeyX: walkIn }),
    KeyN: () => openNew(),
  });
  return (
    <PageHead
      kicker={
        <>
          {t("plan.title")}
          {date === today && `, ${t("plan.today")}`}
        </>
      }
      title={longDate(date, language)}
    >
      <title>{`${t("plan.title")}, ${longDate(date, language)} | ${t("shell.appName")}`}</title>
      <div className="group">
        <DayLinks date={date} today={today} />
        <CalendarButton date={date} today={today} onChoose={openDay} />
      </div>
      <div className="group page-head__end">
        <ViewSwitch />
        <PrintDay date={date} />
        <Button look="primary" id="new-appointment" onClick={() => openNew()} aria-keyshortcuts="n">
          <Icon name="plus" />
          {t("plan.new")} <kbd aria-hidden="true">N</kbd>
        </Button>
        {date === today && (
          <Button className="walk-in-button" title={t("plan.walkIn")} onClick={walkIn} aria-keyshortcuts="x">
            <Icon name="person" />
            <span>{t("plan.walkIn")}</span> <kbd aria-hidden="true">X</kbd>
          </Button>
        )}
      </div>
    </PageHead>
  );
}
