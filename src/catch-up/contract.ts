import { z } from "zod";
import { MARKS } from "../appointments/paper/marks.ts";
import { dateText, timeText } from "../platform/date-schemas.ts";

/** What was noted on paper while the program could not be reached, caught up in one list, all or nothing. Browser-safe. */

/** Of one day of one office there are never so many */
const MOST_MARKS = 500;
const MOST_WALK_INS = 100;

const mark = z.strictObject({
  id: z.uuid(),
  version: z.int32().describe("Of the appointment as it was seen"),
  status: z.enum(MARKS),
});

const walkIn = z.strictObject({
  time: timeText.describe("When the citizen came"),
  until: timeText.nullable().describe("When the citizen had been served; null: left without"),
  service: z.string(),
  place: z
    .strictObject({ time: timeText, queue: z.int().min(1).max(99) })
    .nullish()
    .describe("One of those that a refusal offered, where no queue was free then"),
});
export type WalkInRequest = z.infer<typeof walkIn>;

export const catchUpRequest = z.strictObject({
  marks: z.array(mark).max(MOST_MARKS),
  walkIns: z.array(walkIn).max(MOST_WALK_INS),
});
export type CatchUpRequest = z.infer<typeof catchUpRequest>;

const count = z.int();

export const caughtUpResponse = z.object({
  id: z.uuid().describe("By which all of it can be undone"),
  date: dateText,
  arrived: count,
  served: count,
  noShow: count,
  walkIns: count,
  left: count.describe("Walk-ins who left without being served"),
});
export type CaughtUp = z.infer<typeof caughtUpResponse>;

export const catchUpUndoneResponse = z.object({
  id: z.uuid(),
  restored: count,
  staying: z
    .array(z.uuid())
    .describe("Appointments and numbers with which something was done since: they stay as they are"),
});
export type CatchUpUndone = z.infer<typeof catchUpUndoneResponse>;
