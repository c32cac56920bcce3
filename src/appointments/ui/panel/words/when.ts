import { atTime, daysAfter, onDay, relativeDay, shortDate, weekdayAndDate } from "../../../../kit/dates.ts";
import type { Language } from "../../../../text/text.ts";
import type { Moment } from "../../../acts.ts";

/** σήμερα στις 11:30, αύριο στις 08:15, την Πέμπτη 26/11 στις 09:30 */
export const whenPhrase = (place: Moment, today: string, language: Language): string =>
  `${dayPhrase(place.date, today, language)} ${atTime(place.time, language)}`;

function dayPhrase(date: string, today: string, language: Language): string {
  if (isNear(date, today)) return relativeDay(date, today, language);
  return language === "en" ? weekdayAndDate(date, language) : onDay(date, language);
}

/** Σήμερα; Αύριο, Τετ 25/11; Πέμ 26/11 */
export function dayLabel(date: string, today: string, language: Language): string {
  if (!isNear(date, today)) return shortDate(date, language);
  const day = capitalised(relativeDay(date, today, language));
  return date === today ? day : `${day}, ${shortDate(date, language)}`;
}

const isNear = (date: string, today: string): boolean => date === today || date === daysAfter(today, 1);

/** A sentence's first letter keeps its accent. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
