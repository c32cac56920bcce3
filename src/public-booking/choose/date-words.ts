import { dayAndMonth, daysAfter, weekday } from "../../kit/dates.ts";
import type { PageReader } from "../frame/reader.ts";

/** Days and months as they are said on citizens' pages. */

/** «αύριο, Τετάρτη», «σήμερα», or else «Τρίτη 8 Δεκεμβρίου» */
export function relativeLongDate(date: string, today: Temporal.PlainDate, { language, t }: PageReader): string {
  const now = today.toString();
  if (date === now) return t("book.today");
  if (date === daysAfter(now, 1)) return t("book.tomorrow", { weekday: weekday(date, language) });
  return dayAndMonth(date, language);
}

/** Δεκέμβριος 2026 */
export const monthName = (month: Temporal.PlainYearMonth, { t }: PageReader): string =>
  `${nameIn(t("book.months"), month)} ${month.year}`;

/** «τον Δεκέμβριο», in December */
export const inMonth = (month: Temporal.PlainYearMonth, { t }: PageReader): string =>
  t("book.in-month", { month: nameIn(t("book.months"), month).replace(/ς$/, "") });

/** «Δεκ.», Dec */
export const shortMonth = (month: Temporal.PlainYearMonth, { t }: PageReader): string =>
  nameIn(t("book.months-short"), month);

/** By itself, in the nominative: the system's own names of months are in the genitive, as beside a day. */
const nameIn = (names: string, { month }: Temporal.PlainYearMonth): string => names.split(" ")[month - 1] as string;
