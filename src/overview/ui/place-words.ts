import type { Alternative } from "../../appointments/contract.ts";
import { dayAndMonth, daysAfter, relativeDay, weekdayAndDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";

/** A place with its queue's name instead of its number. */
export type NamedPlace = Pick<Alternative, "date" | "time"> & { readonly queue: string };

/** Πέμπτη 26/11, 09:30, Ουρά 1; σήμερα, 11:30, Ουρά 2 */
export function placeWords({ date, time, queue }: NamedPlace, today: string, t: Text, language: Language): string {
  const isNear = date === today || date === daysAfter(today, 1);
  return t("overview.place", {
    day: isNear ? relativeDay(date, today, language) : weekdayAndDate(date, language),
    time,
    queue,
  });
}

/** For screen readers, which don't show in which day's list it stands. */
export const placeInFull = (place: Alternative, queue: string, t: Text, language: Language): string =>
  t("overview.place", { day: dayAndMonth(place.date, language), time: place.time, queue });
