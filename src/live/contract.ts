import { z } from "zod";
import { calendarDate, timeText } from "../platform/date-schemas.ts";
import { EVENT_NAMES, type PlaceBeingFilled } from "./events.ts";

/** The news of other desks. Browser-safe. */

export const placeBeingFilled = z.strictObject({
  date: calendarDate,
  time: timeText,
  queue: z.int().min(1).max(99),
  minutes: z.int().min(1).max(1440),
}) satisfies z.ZodType<PlaceBeingFilled>;

/** Repeated while a clerk fills a place in; null when that has ended. Nothing of the citizen is in it. */
export const fillingRequest = z.strictObject({ desk: z.uuid(), place: placeBeingFilled.nullable() });
export type FillingRequest = z.infer<typeof fillingRequest>;

export const eventsParams = z.strictObject({
  desk: z.uuid().optional().describe("The page that listens; it does not hear of what it is filling in itself"),
});

export const streamResponse = z
  .string()
  .describe(
    `Server-sent events, each with JSON as its data: ${EVENT_NAMES.join(", ")}. They carry dates and ids, never a ` +
      "person: whoever hears of a change asks for what it concerns. The stream ends with the session or the right to " +
      "the office.",
  );
