import { z } from "zod";

/** Dates and times as they travel, in Athens' calendar. */

export const dateText = z.iso.date();
/** The days of 2000 to 2099, of which each fourth year is a leap year, for whoever reads the contract */
const DAY_OF_CENTURY =
  "^20(([02468][048]|[13579][26])-02-29|\\d\\d-((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])))$";
/** Of the calendar that there is: the years whose holidays are known */
export const calendarDate = z.iso
  .date({ abort: true })
  .refine((text) => text.startsWith("20"), "date-invalid")
  .meta({ pattern: DAY_OF_CENTURY });
export const timeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** 24:00 only as an end */
export const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
