import { type ReactNode, Suspense, useState } from "react";
import { useText } from "../text.tsx";
import { Button } from "./button.tsx";
import type { DayCalendarProps } from "./day-calendar.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";
import { LazyDayCalendar } from "./lazy-day-calendar.ts";

/** A month with more on its days than their numbers */
export type DrawCalendar = (props: DayCalendarProps) => ReactNode;

interface CalendarButtonProps {
  readonly date: string;
  readonly today: string | null;
  readonly onChoose: (date: string) => void;
  /** Beside a field: only its picture */
  readonly isBesideField?: boolean;
  readonly calendar?: DrawCalendar | undefined;
}

const plain: DrawCalendar = (props) => <LazyDayCalendar {...props} />;

/** Any other day, from a calendar in a dialog. */
export function CalendarButton({
  date,
  today,
  onChoose,
  isBesideField = false,
  calendar = plain,
}: CalendarButtonProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const choose = (chosen: string) => {
    setIsOpen(false);
    onChoose(chosen);
  };
  return (
    <>
      <Button
        className="calendar-button"
        isIcon={isBesideField}
        aria-haspopup="dialog"
        aria-label={isBesideField ? t("plan.calendar-choose") : undefined}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="calendar" />
        {!isBesideField && <span>{t("plan.calendar")}</span>}
      </Button>
      {isOpen && (
        <Dialog title={t("plan.calendarTitle")} onClose={() => setIsOpen(false)}>
          <Suspense fallback={<p role="status">{t("shell.loading")}</p>}>
            {calendar({ date, today, onChoose: choose })}
          </Suspense>
          <div className="group">
            <Button onClick={() => setIsOpen(false)}>{t("shell.shortcutsDone")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
