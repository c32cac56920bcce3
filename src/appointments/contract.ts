import { z } from "zod";
import { calendarDate, dateText, timeText } from "../platform/date-schemas.ts";
import { personal } from "../platform/personal-data.ts";
import { INTERPRETATIONS } from "../text/interpreters.ts";
import { APPOINTMENT_FIELDS } from "./field/fields.ts";
import { requestShape, responseShape } from "./field/schemas.ts";

/** Requests and responses of appointments. Browser-safe. Rules of a field's content live in rules.ts. */

export const EVENT_KINDS = [
  "booked",
  "changed",
  "moved",
  "kept",
  "transferred",
  "cancelled",
  "arrived",
  "called",
  "service-started",
  "completed",
  "no-show",
  "left",
  "undone",
] as const;

const queueNumber = responseShape.queue;

const details = {
  ...requestShape,
  business: z.strictObject({ name: z.string(), afm: z.string().nullish() }).nullish(),
};

const place = {
  date: calendarDate,
  time: timeText,
  queue: queueNumber.nullable().describe("null: any queue, the least loaded first"),
  among: z
    .array(queueNumber)
    .min(1)
    .max(99)
    .optional()
    .describe("Where queue is null: only these, the first that is free; the others are being filled in by colleagues"),
};

export const bookingRequest = z.strictObject({
  ...place,
  ...details,
  /** The citizen stands at the counter and is booked and arrived at once: only in person, only today; names may be empty */
  arrived: z.literal(true).optional(),
});
export type BookingRequest = z.infer<typeof bookingRequest>;

const detailsRequest = z.strictObject(details);
/** A booking without its place */
export type DetailsRequest = z.infer<typeof detailsRequest>;

/** A merge patch: absent stays, null clears. Never moves. */
export const changeRequest = detailsRequest.partial().extend({
  interpretation: z
    .enum(INTERPRETATIONS)
    .nullish()
    .describe("Said by the office; it ends when the visit has another time, or needs another language"),
});
export type ChangeRequest = z.infer<typeof changeRequest>;

export const moveRequest = z.strictObject({
  ...place,
  callLater: z
    .boolean()
    .optional()
    .describe("Whoever moves it does not tell the citizen: that is left to the call list"),
});
export type MoveRequest = z.infer<typeof moveRequest>;

export const transferRequest = z.strictObject({
  ...place,
  office: z.string().describe("Another office of the caller"),
});
export type TransferRequest = z.infer<typeof transferRequest>;

export const cancellationRequest = z.strictObject({ reason: z.string().nullish() }).nullish();

export const appointmentResponse = personal(
  z.object({
    ...responseShape,
    office: z.string(),
    date: dateText,
    time: timeText,
    minutes: z.int(),
    /** Local time of the last change of status */
    statusAt: z.string(),
    calledAt: z.string().nullable().describe("When the citizen who waits was last called to the counter"),
    business: z.object({ name: z.string(), afm: z.string().nullable() }).nullable(),
    createdAt: z.string(),
    createdBy: z.string().nullable().describe("Name of the employee; null when booked online"),
    anonymizedAt: z
      .string()
      .nullable()
      .describe("Since when nobody can tell whose it was: names are empty, and no act is possible any more"),
  }),
);
export type Appointment = z.infer<typeof appointmentResponse>;
export type Channel = Appointment["channel"];

/** In lists of many, where nobody prepares anything: what tells of health is not in it. */
export const appointmentInList = personal(
  appointmentResponse.omit({ needs: true, interpreter: true, interpretation: true }),
);
export type AppointmentInList = z.infer<typeof appointmentInList>;

const span = { from: timeText.or(z.literal("24:00")), to: timeText.or(z.literal("24:00")) };

export const queueDayResponse = z.object({
  number: queueNumber,
  name: z.string(),
  isDefault: z.boolean(),
  active: z.boolean(),
  public: z.boolean(),
  employee: z.string().nullable(),
  isMine: z.boolean().describe("Whoever asks serves it that day"),
  slotMinutes: z.int(),
  hours: z.array(z.object(span)).describe("As scheduled, whatever closes them"),
  open: z.array(z.object(span)),
  closed: z.array(
    z.object({
      ...span,
      kind: z.enum(["exception", "closure", "holiday"]),
      reason: z.string(),
      reasonEn: z.string().nullish().describe("Of a holiday"),
      decided: dateText.nullable().describe("The day on which it was decided; null: a holiday that always was"),
      exception: z.uuid().nullable().describe("The head's own, which can be changed"),
      region: z
        .string()
        .nullable()
        .describe("For which the ministry decided it; null: for the whole country, or an exception"),
    }),
  ),
  free: z.array(timeText).describe("Free starts still to come, by the queue's own slot"),
});
export type QueueOfDay = z.infer<typeof queueDayResponse>;

export const dayResponse = z.object({
  date: dateText,
  /** Changes whenever anything of the day changes */
  version: z.string(),
  /** The server's clock in Athens: the browser's may be wrong or abroad */
  now: z.object({ date: dateText, time: timeText }),
  holiday: z.string().nullable(),
  holidayEn: z.string().nullish(),
  queues: z.array(queueDayResponse),
  appointments: z.array(appointmentResponse),
  unsettled: z
    .array(z.uuid())
    .describe("Appointments to come where nothing serves, about which the head has not decided: on the work list"),
  undelivered: z.array(z.uuid()).describe("Appointments whose citizen was written, and did not get it"),
});
export type Day = z.infer<typeof dayResponse>;

export const availabilityResponse = z.object({
  days: z.array(
    z.object({ date: dateText, times: z.array(z.object({ time: timeText, queues: z.array(queueNumber) })) }),
  ),
});
export type Availability = z.infer<typeof availabilityResponse>;

export const alternative = z.object({ date: calendarDate, time: timeText, queue: queueNumber });
export type Alternative = z.infer<typeof alternative>;

export const appointmentHistoryResponse = personal(
  z.object({
    events: z.array(
      z.object({
        version: z.int(),
        kind: z.enum(EVENT_KINDS),
        at: z.string(),
        by: z.string().nullable(),
        changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
        undoes: z.int().nullable(),
        fromPaper: z.string().nullable().describe("When it happened, where it was caught up from paper; null: at `at`"),
      }),
    ),
  }),
);
export type AppointmentHistory = z.infer<typeof appointmentHistoryResponse>;

export const availabilityParams = z.strictObject({
  from: calendarDate,
  to: calendarDate.describe("Included; at most 62 days"),
  service: z
    .string()
    .max(500)
    .optional()
    .describe("Of several in one visit all codes, with commas: as often as each is done, and their lengths are added"),
  queue: z.coerce.number().int().min(1).max(99).optional(),
  channel: z
    .enum(APPOINTMENT_FIELDS.channel.choices)
    .optional()
    .describe("in-person: the running slot too; online: only in public queues"),
});
export type AvailabilityQuery = z.infer<typeof availabilityParams>;
