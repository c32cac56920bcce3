import { dayAndMonth, daysAfter, weekday } from "../../kit/dates.ts";
import type { PageReader } from "../frame/reader.ts";

/** Days as they are said on citizens' pages. */

/** «αύριο, Τετάρτη», «σήμερα», or else «Τρίτη 8 Δεκεμβρίου» */
export function relativeLongDate(date: string, today: Temporal.PlainDate, { language, t }: PageReader): string {
  const now = today.toString();
  if (date === now) return t("book.today");
  if (date === daysAfter(now, 1)) return t("book.tomorrow", { weekday: weekday(date, language) });
  return dayAndMonth(date, language);
}
