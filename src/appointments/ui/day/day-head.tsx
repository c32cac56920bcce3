import type { ReactNode } from "react";
import { dayAndMonth, daysAfter, longDate } from "../../../kit/dates.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { CalendarButton } from "../../../kit/ui/calendar-button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { PageHead } from "../../../kit/ui/page-head.tsx";
import type { Day } from "../../contract.ts";
import { useDayNavigation } from "../use-day-navigation.ts";
import { CLOSED_BANNER_ID } from "./closed-banner.tsx";
import { DayAnnouncement } from "./day-announcement.tsx";
import { DayLinks } from "./day-links.tsx";
import { PrintDay } from "./print-day.tsx";
import { isShutDay } from "./shut-day.ts";
import { ViewSwitch } from "./view-switch.tsx";

interface DayHeadProps {
  readonly date: string;
  /** By the server's clock; null until its first answer */
  readonly today: string | null;
  /** As it is known by now */
  readonly day: Day | undefined;
  /** «Χωρίς ραντεβού», once it can be */
  readonly walkIn: ReactNode;
}

export function DayHead({ date, today, day, walkIn }: DayHeadProps) {
  const t = useText();
  const { language } = useLanguage();
  const toast = useToasts();
  const { openNew, openDay } = useDayNavigation();
  // Closed although somebody is booked: nothing is added before they are settled.
  const isShut = day !== undefined && isShutDay(day);
  const book = () => (isShut ? toast.show({ tone: "info", text: t("plan.shutNew") }) : openNew());
  useShortcuts({
    BracketLeft: () => openDay(daysAfter(date, -1)),
    BracketRight: () => openDay(daysAfter(date, 1)),
    ...(today && { KeyT: () => openDay(today) }),
    KeyN: book,
  });
  return (
    <PageHead
      kicker={
        <>
          <span className="day-page__subject">
            {t("plan.title")}
            {date === today && ", "}
          </span>
          {date === today && t("plan.today")}
        </>
      }
      title={
        <>
          {dayAndMonth(date, language)} <span className="day-page__year">{date.slice(0, 4)}</span>
        </>
      }
      heading={{ tabIndex: -1 }}
    >
      <DayAnnouncement day={day} />
      <title>{`${t("plan.title")}, ${longDate(date, language)} | ${t("shell.appName")}`}</title>
      <div className="group">
        <DayLinks date={date} today={today} />
        <CalendarButton date={date} today={today} onChoose={openDay} />
      </div>
      <div className="group page-head__end">
        <ViewSwitch />
        <PrintDay date={date} />
        <div className="day-acts">
          {walkIn}
          <Button
            look="primary"
            id="new-appointment"
            isOff={isShut}
            aria-describedby={isShut ? CLOSED_BANNER_ID : undefined}
            onClick={book}
            aria-keyshortcuts="n"
          >
            <Icon name="plus" />
            {t("plan.new")} <kbd aria-hidden="true">N</kbd>
          </Button>
        </div>
      </div>
    </PageHead>
  );
}
