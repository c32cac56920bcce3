import { z } from "zod";
import { alternative } from "../appointments/contract.ts";
import { ofEachCounted, STATUSES } from "../appointments/statuses.ts";
import { WHYS } from "../availability/why.ts";
import { calendarDate, dateText, timeText } from "../platform/date-schemas.ts";

/** How much room there is: four weeks of one office, or one day of all the offices of one person. Browser-safe. */

export const weeksParams = z.strictObject({
  from: calendarDate.describe("Any day of the first week"),
  weeks: z.coerce.number().int().min(1).max(8).default(4),
  service: z.string().describe("Room is counted in visits of this service"),
});
export type WeeksQuery = z.infer<typeof weeksParams>;

/** How far ahead the first free place is looked for */
export const WEEKS_AHEAD = 9;

const CLOSED_KINDS = ["holiday", "closure", "exception", "hours", "inactive"] as const;

/** Why nobody serves at all that day */
const reasons = { reason: z.string().nullable(), reasonEn: z.string().nullish().describe("Of a holiday") };
const closing = z.object({ kind: z.enum(CLOSED_KINDS), ...reasons }).nullable();
export type Closing = z.infer<typeof closing>;

const room = {
  number: z.int(),
  free: z.int().describe("Further visits that fit, one after the other, from now on"),
  offered: z.int().describe("Visits that would fit from now on if nobody was booked"),
  taken: z.int().describe("Live appointments of the whole day"),
  closed: closing,
};
const roomResponse = z.object(room);
export type Room = z.infer<typeof roomResponse>;

const now = z.object({ date: dateText, time: timeText });

const dayRoom = z.object({
  date: dateText,
  isPast: z.boolean(),
  /** A holiday of that day, also where the office serves for a part of it */
  holiday: z.string().nullable(),
  holidayEn: z.string().nullish(),
  closed: closing,
  queues: z.array(roomResponse),
});
export type DayRoom = z.infer<typeof dayRoom>;

export const weeksResponse = z.object({
  /** A Monday */
  from: dateText,
  service: z.string(),
  minutes: z.int(),
  now,
  queues: z.array(z.object({ number: z.int(), name: z.string(), active: z.boolean() })),
  days: z.array(dayRoom),
  /** The first free place for the service: by telephone after the office's lead time, at the counter from now on */
  next: z.object({ byPhone: alternative.nullable(), inPerson: alternative.nullable() }),
});
export type Weeks = z.infer<typeof weeksResponse>;

export const coverageParams = weeksParams
  .omit({ service: true })
  .extend({ from: calendarDate.describe("The first day; today instead, if it has passed") });
export type CoverageQuery = z.infer<typeof coverageParams>;

const span = { from: timeText, to: timeText.or(z.literal("24:00")) };

export const GAP_WHYS = ["no-employee", "inactive", "exception"] as const;
const gap = z.object({
  date: dateText,
  ...span,
  queue: z.int().nullable().describe("null: nobody at all serves then"),
  why: z.enum(GAP_WHYS),
  /** The exceptions' own words */
  reason: z.string().nullable(),
});
export type Gap = z.infer<typeof gap>;

const closedDay = z.object({
  date: dateText,
  kind: z.enum(["holiday", "closure", "exception"]),
  ...reasons,
});
export type ClosedDay = z.infer<typeof closedDay>;

export const coverageResponse = z.object({
  /** As many weeks as were asked for, none of it past; null: all of those have passed */
  days: z.object({ from: dateText, to: dateText }).nullable(),
  queues: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      booked: z.int().describe("Minutes of live appointments"),
      offered: z.int().describe("Minutes in which the queue serves, whoever is booked"),
    }),
  ),
  closed: z.array(closedDay),
  gaps: z.array(gap),
});
export type Coverage = z.infer<typeof coverageResponse>;

const queueOverview = z.object({
  ...room,
  name: z.string(),
  active: z.boolean(),
  employee: z.string().nullable(),
  open: z.array(z.object(span)),
  /** Live appointments by their place and status, without persons */
  visits: z.array(z.object({ ...span, status: z.enum(STATUSES) })),
});
export type QueueOverview = z.infer<typeof queueOverview>;

const officeOverview = z.object({
  code: z.string(),
  name: z.string(),
  holiday: z.string().nullable(),
  holidayEn: z.string().nullish(),
  closed: closing,
  counts: z.object(ofEachCounted(() => z.int())),
  queues: z.array(queueOverview),
  /** The first free place from that day on, by the queue's own slot */
  next: alternative.nullable(),
});
export type OfficeOverview = z.infer<typeof officeOverview>;

export const dayOfAllResponse = z.object({
  date: dateText,
  now,
  offices: z.array(officeOverview),
  /** Offices beyond the number that one answer shows */
  left: z.int(),
});
export type DayOfAll = z.infer<typeof dayOfAllResponse>;

export const explanationResponse = z.object({
  date: dateText,
  service: z.string(),
  minutes: z.int(),
  queues: z.array(
    z.object({
      number: z.int(),
      name: z.string(),
      visitMinutes: z.int().describe("The service's minutes, rounded up to whole slots of the queue"),
      parts: z
        .array(
          z.object({
            ...span,
            why: z.enum(WHYS),
            ...reasons,
            start: timeText.nullable().describe("The first time that a free part offers; null: it is not free"),
          }),
        )
        .describe("Without a gap, from when the first queue serves until the last one ends"),
    }),
  ),
});
export type Explanation = z.infer<typeof explanationResponse>;
