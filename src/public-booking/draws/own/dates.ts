import ical, { ICalCalendarMethod } from "ical-generator";
import type { PageReader } from "../../frame/reader.ts";
import type { OwnWish } from "./own-wish.ts";

/** When it closes, and until when whoever is drawn answers, for a calendar: no name, and not the number. */
export function datesCalendar({ draw }: OwnWish, { t, language }: PageReader): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "visits", product: "draws", language: language.toUpperCase() },
  });
  const add = (name: "close" | "answer", at: Temporal.Instant) =>
    calendar.createEvent({
      id: `draw-${draw.number}-${name}`,
      start: new Date(at.epochMilliseconds),
      end: new Date(at.epochMilliseconds),
      summary: t(`drawWish.date-${name}`),
    });
  add("close", draw.closesAt);
  add("answer", draw.answerUntil);
  return calendar.toString();
}
