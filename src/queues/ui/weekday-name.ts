import { daysAfter, shortDate, weekday as weekdayOfDate } from "../../kit/dates.ts";
import type { Language } from "../../text/text.ts";

const A_MONDAY = "2024-01-01";

/** Δευτέρα, of 1 */
export const weekdayName = (weekday: number, language: Language): string =>
  weekdayOfDate(daysAfter(A_MONDAY, weekday - 1), language);

/** Τετ 25/11 έως Παρ 27/11, or one day alone */
export const datesWords = (from: string, to: string, language: Language): string =>
  from === to ? shortDate(from, language) : `${shortDate(from, language)} – ${shortDate(to, language)}`;
