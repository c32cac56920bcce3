import { onDay } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import type { Day } from "../contract.ts";

/** Nobody is booked: how much room there is stands beside the plan that shows where. */
export function EmptyDay({ day }: { day: Day }) {
  const t = useText();
  const { language } = useLanguage();
  const count = day.queues.reduce((sum, { free }) => sum + free.length, 0);
  const room = () => {
    if (day.date < day.now.date) return t("plan.emptyPast");
    return count === 0 ? t("plan.emptyFull") : t("plan.emptyText", { count });
  };
  return (
    <p className="note">
      <strong>{t("plan.emptyTitle", { day: onDay(day.date, language) })}.</strong> {room()}
    </p>
  );
}
