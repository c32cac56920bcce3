import { shortWeekday, timeAt } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import type { Queue } from "../contract.ts";
import { shortWeekdays, usualHours } from "./usual-hours.ts";
import type { StripDay } from "./week-strip.ts";

/** «Δευ–Παρ 08:00–15:00» and how long a visit takes: what holds when nothing else is said of a day. */
export function UsualWords({ queue, days }: { queue: Queue; days: readonly StripDay[] }) {
  const t = useText();
  const { language } = useLanguage();
  const usual = usualHours(days);
  // The name of a weekday, as the strip beside it has it.
  const nameOf = (weekday: number) => {
    const { date } = days.find((day) => Temporal.PlainDate.from(day.date).dayOfWeek === weekday) ?? {};
    return date ? shortWeekday(date, language) : "";
  };
  return (
    <div className="queue__usual">
      {usual.length === 0 && <p>{t("queues.no-hours")}</p>}
      {usual.map(({ weekdays, hours }) => (
        <p key={weekdays.join()}>
          <b>
            {shortWeekdays(weekdays, nameOf)}{" "}
            {hours.map(({ from, to }) => `${timeAt(from)}–${timeAt(to)}`).join(` ${t("queues.and")} `)}
          </b>
        </p>
      ))}
      <p className="hint">
        {t("queues.minutes-value", { minutes: queue.slotMinutes })} {t("queues.per-visit")}
      </p>
    </div>
  );
}
