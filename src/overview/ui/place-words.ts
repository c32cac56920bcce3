import type { Alternative } from "../../appointments/contract.ts";
import { dayAndMonth, daysAfter, relativeDay, weekdayAndDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";

/** Πέμπτη 26/11, 09:30, Ουρά 1; σήμερα, 11:30, Ουρά 2 */
export function placeWords(place: Alternative, queue: string, today: string, t: Text, language: Language): string {
  const isNear = place.date === today || place.date === daysAfter(today, 1);
  return t("overview.place", {
    day: isNear ? relativeDay(place.date, today, language) : weekdayAndDate(place.date, language),
    time: place.time,
    queue,
  });
}

/** For who can't see in which day's list it stands. */
export const placeInFull = (place: Alternative, queue: string, t: Text, language: Language): string =>
  t("overview.place", { day: dayAndMonth(place.date, language), time: place.time, queue });
