import { z } from "zod";
import { RULE_ACTS } from "../audit/acts.ts";
import { calendarDate, clockTime } from "../platform/date-schemas.ts";
import { decidedOnly } from "../proposals/contract.ts";

/** Requests and responses about queues and what they obey (circular §Γ). Browser-safe. */

export const queueNumber = z.int().min(1).max(99);

export const EXCEPTION_KINDS = ["closed", "extra"] as const;

const hours = z.object({
  weekday: z.int().min(1).max(7).describe("ISO: 1 Monday … 7 Sunday"),
  opens: clockTime,
  closes: clockTime,
  from: z.string().nullable().describe("First day of validity; null: ever since"),
  to: z.string().nullable().describe("Last day, included; null: until further notice"),
});

const employee = z.object({ id: z.int(), name: z.string() });

/** As seen from a display. */
export const COUNTER_ARROWS = ["left", "ahead", "right"] as const;
const arrow = z.enum(COUNTER_ARROWS).nullable();

export const queueResponse = z.object({
  number: queueNumber,
  name: z.string(),
  isDefault: z.boolean(),
  active: z.boolean().describe("But for the dates of `activity`"),
  public: z.boolean(),
  archived: z.boolean(),
  employee: employee.nullable(),
  slotMinutes: z.int(),
  arrow: arrow.describe("Where its counter is, as seen from a display; null: no arrow is shown"),
  version: z.int(),
  hours: z.array(hours),
  pastHours: z.array(hours).describe("Those that ended within the last year"),
  activity: z.array(z.object({ from: z.string(), to: z.string(), active: z.boolean() })),
  substitutes: z.array(z.object({ date: z.string(), employee })),
});
export type Queue = z.infer<typeof queueResponse>;

export const exceptionResponse = z.object({
  id: z.string(),
  queue: queueNumber.nullable().describe("null: the whole office"),
  kind: z.enum(EXCEPTION_KINDS),
  from: z.string().describe("ISO with the offset of Athens"),
  to: z.string(),
  reason: z.string(),
  series: z.string().nullable().describe("Those of one weekly series share it"),
  version: z.int(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
});
export type Exception = z.infer<typeof exceptionResponse>;

const nationalClosing = z.object({
  kind: z.enum(["closure", "holiday"]),
  from: z.string().describe("ISO with the offset of Athens"),
  to: z.string(),
  reason: z.string(),
  reasonEn: z.string().nullish().describe("Of a holiday"),
});
export type NationalClosing = z.infer<typeof nationalClosing>;

/** How far back hours that are over are told of */
export const HOURS_BEHIND_DAYS = 366;
/** How far ahead closures and holidays are named */
export const CLOSINGS_AHEAD_DAYS = 28;

/** So many days back, and so many ahead */
export const SHARE_DAYS = 28;

const counted = z.object({ online: z.int(), all: z.int() });
const onlineShare = z.object({ queue: queueNumber, past: counted, coming: counted });
export type OnlineShare = z.infer<typeof onlineShare>;

export const queuesResponse = z.object({
  now: z.object({ date: z.string(), time: z.string() }),
  queues: z.array(queueResponse),
  exceptions: z.array(exceptionResponse).describe("Those that are not over, the next one first"),
  closings: z.array(nationalClosing).describe("Of the whole office, ruled by the ministry; of the coming four weeks"),
  employees: z.array(employee).describe("Who may be given a queue"),
  publicBooking: z.boolean().describe("Whether the ministry has opened booking to citizens here"),
  online: z
    .array(onlineShare)
    .describe("Visits that citizens booked for themselves, of all, in the 28 days before today and from today on"),
});
export type Queues = z.infer<typeof queuesResponse>;

const slotMinutes = z.int().min(5).max(120);

const interval = z.strictObject({ opens: clockTime, closes: clockTime });
const week = z.record(z.string().regex(/^[1-7]$/), z.array(interval).max(6));

export const newQueueRequest = z.strictObject({
  name: z.string().optional(),
  employee: z.int32().nullable().optional(),
  slotMinutes: slotMinutes.optional(),
  hours: z
    .strictObject({
      from: calendarDate.describe("The first day; not before today"),
      week: week.describe("By weekday, ISO: 1 Monday … 7 Sunday"),
    })
    .optional(),
  active: z.boolean().optional().describe("With hours only; false when it is left out"),
  isPublic: z
    .boolean()
    .optional()
    .describe("Where the ministry has opened booking to citizens; false when it is left out"),
});
export type NewQueueRequest = z.infer<typeof newQueueRequest>;

/** All of them or none. */
export const newQueuesRequest = z.strictObject({ queues: z.array(newQueueRequest).min(1).max(20) });

/** A merge patch. */
export const changeQueueRequest = z.strictObject({
  name: z.string().optional(),
  employee: z.int32().nullable().optional(),
  slotMinutes: slotMinutes.optional(),
  arrow: arrow.optional(),
});
export type ChangeQueueRequest = z.infer<typeof changeQueueRequest>;

/** Both or neither: for these dates, or for good. */
export const activityRequest = z.strictObject({ from: calendarDate.optional(), to: calendarDate.optional() });
export type ActivityRequest = z.infer<typeof activityRequest>;
export const decidedActivity = activityRequest.extend(decidedOnly.shape);

export const hoursRequest = z.strictObject({
  from: calendarDate.describe("The first day; not before today"),
  to: calendarDate.nullable().describe("The last day, included; null: until further notice"),
  week: week.describe("By weekday, ISO: 1 Monday … 7 Sunday; a weekday left out stays as it is"),
});
export type HoursRequest = z.infer<typeof hoursRequest>;
export const decidedHours = hoursRequest.extend(decidedOnly.shape);

export const exceptionRequest = z.strictObject({
  queue: queueNumber.nullable(),
  kind: z.enum(EXCEPTION_KINDS),
  date: calendarDate,
  lastDate: calendarDate.optional().describe("Of several days; with times, those of each day"),
  from: clockTime.optional().describe("With `to`; without both: whole days"),
  to: clockTime.optional(),
  weeklyUntil: calendarDate.optional().describe("The same every week, to this day, included"),
  reason: z.string(),
});
export type ExceptionRequest = z.infer<typeof exceptionRequest>;
export const decidedException = exceptionRequest.extend(decidedOnly.shape);

export const substituteRequest = z.strictObject({ date: calendarDate, employee: z.int32().nullable() });
export type SubstituteRequest = z.infer<typeof substituteRequest>;

const recordedChange = z.object({
  id: z.string(),
  at: z.string(),
  act: z.enum(RULE_ACTS),
  by: z.string().nullable(),
  details: z.unknown().describe("The rows that changed, before and after, and how many appointments it concerned"),
});
export type RecordedChange = z.infer<typeof recordedChange>;

/** The latest first. */
export const changeHistoryResponse = z.object({
  changes: z.array(recordedChange),
  employees: z
    .array(z.object({ id: z.int(), name: z.string() }))
    .describe("Whom these changes name, also who has left since"),
  next: z.string().nullable().describe("Ask for what came `before` it; null: that was all"),
});
export type ChangeHistory = z.infer<typeof changeHistoryResponse>;
export const undoneResponse = z.object({ change: z.string(), restored: z.int() });
