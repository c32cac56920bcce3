import { Suspense, useState } from "react";
import { useText } from "../text.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./part.tsx";

const DayCalendar = lazyPart(() => import("./day-calendar.tsx"), "DayCalendar");

interface CalendarButtonProps {
  readonly date: string;
  readonly today: string | null;
  readonly onChoose: (date: string) => void;
  /** Beside a field: only its picture */
  readonly isBesideField?: boolean;
}

/** Any other day, from a calendar in a dialog. */
export function CalendarButton({ date, today, onChoose, isBesideField = false }: CalendarButtonProps) {
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
            <DayCalendar date={date} today={today} onChoose={choose} />
          </Suspense>
          <div className="group">
            <Button onClick={() => setIsOpen(false)}>{t("shell.shortcutsDone")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
