import type { Alternative, Appointment } from "../../appointments/contract.ts";
import { minuteOf, shortDate } from "../../kit/dates.ts";
import type { Language, Text } from "../../text/text.ts";

/** The words for a place beside the one that the appointment has: «10:45, Ουρά 1 (15′ αργότερα)». */
export function placeAndDistance(
  { date, time }: Pick<Appointment, "date" | "time">,
  { queueName: queue, ...place }: Pick<Alternative, "date" | "time"> & { readonly queueName: string },
  language: Language,
  t: Text,
): string {
  if (place.date !== date)
    return t("rules.place-other-day", { when: `${shortDate(place.date, language)}, ${place.time}`, queue });
  return t("rules.place", { when: place.time, queue, distance: distanceBetween(time, place.time, t) });
}

/** 15′ αργότερα */
export function distanceBetween(from: string, to: string, t: Text): string {
  const minutes = minuteOf(to) - minuteOf(from);
  if (minutes === 0) return t("rules.same-time");
  const way = minutes > 0 ? "later" : "earlier";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  if (hours === 0) return t(`rules.${way}-minutes`, { minutes: rest });
  return rest === 0 ? t(`rules.${way}-hours`, { count: hours }) : t(`rules.${way}-both`, { hours, minutes: rest });
}
