import { Suspense, useState } from "react";
import { part } from "../../web/part.tsx";
import { useText } from "../../web/text.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Icon } from "../../web/ui/icon.tsx";

const DayCalendar = part(() => import("./day-calendar.tsx"), "DayCalendar");

interface CalendarButtonProps {
  readonly date: string;
  readonly today: string | null;
  readonly onChoose: (date: string) => void;
}

/** Any other day, from a calendar in a dialog. */
export function CalendarButton({ date, today, onChoose }: CalendarButtonProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const choose = (chosen: string) => {
    setIsOpen(false);
    onChoose(chosen);
  };
  return (
    <>
      <Button className="calendar-button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Icon name="calendar" />
        <span>{t("plan.calendar")}</span>
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
