import type { AppointmentInList } from "../../../appointments/contract.ts";
import { daysAfter, weekdayAndDate } from "../../../kit/dates.ts";
import type { Language, Text } from "../../../text/text.ts";

/** Πέμπτη 26/11, 09:30; Σήμερα, 11:15 */
export function nextWords({ date, time }: AppointmentInList, today: string, t: Text, language: Language): string {
  const day = date === today ? t("plan.todayLink") : weekdayAndDate(date, language);
  return t("search.next-short", { day, time });
}

/** σήμερα, αύριο, σε 2 ημέρες */
export function distanceWords(date: string, today: string, t: Text): string {
  if (date <= today) return t("search.today");
  if (date === daysAfter(today, 1)) return t("search.tomorrow");
  const count = Temporal.PlainDate.from(today).until(date, { largestUnit: "day" }).days;
  return t("search.in-days", { count });
}
