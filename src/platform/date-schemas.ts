import { z } from "zod";

/** Dates and times as they travel, in Athens' calendar. */

export const dateText = z.iso.date();
/** Of the calendar that there is: the years whose holidays are known */
export const calendarDate = z.iso.date({ abort: true }).refine((text) => text.startsWith("20"), "date-invalid");
export const timeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** 24:00 only as an end */
export const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
