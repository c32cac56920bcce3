import { useState } from "react";
import { longDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Day } from "../../contract.ts";
import { isCounted } from "../../statuses.ts";
import { useDayAddress } from "../use-day-navigation.ts";

/**
 * Another day or another view is said in words, with how much is on it: an open form keeps the focus then. The first one is
 * read as a page.
 */
export function DayAnnouncement({ day }: { day: Day | undefined }) {
  const t = useText();
  const { language } = useLanguage();
  const view = useDayAddress().search.view ?? "plan";
  const [seen, setSeen] = useState<Seen>({ day: undefined, view, times: 0 });
  if (day && (day.date !== seen.day?.date || view !== seen.view)) setSeen({ day, view, times: seen.times + 1 });
  const count = seen.day?.appointments.filter(({ status }) => isCounted(status)).length ?? 0;
  return (
    <p role="status" className="visually-hidden">
      {seen.day &&
        seen.times > 1 &&
        t("plan.told", {
          view: t(`table.${seen.view}`),
          day: longDate(seen.day.date, language),
          appointments: `${count}\u00a0${t("plan.appointments", { count })}`,
        })}
    </p>
  );
}

/** What was shown last; the words stay until something else is */
interface Seen {
  readonly day: Day | undefined;
  readonly view: "plan" | "table";
  readonly times: number;
}
