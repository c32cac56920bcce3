import { z } from "zod";
import { calendarDate, dateText } from "../platform/date-schemas.ts";
import { LARGEST_INTEGER } from "../platform/number-schemas.ts";
import { AUDIT_ACTS, FORMER_ACT, KINDS } from "./acts.ts";

/** Requests and responses of «Ποιος είδε τι». Browser-safe. */

/** A person's appointments, as a search finds them */
export const MOST_APPOINTMENTS = 60;
export const DEFAULT_DAYS = 60;

/** One parameter comes as a text, several as a list. */
export const someAppointments = z.preprocess(
  (given) => (typeof given === "string" ? [given] : given),
  z.array(z.uuid()).max(MOST_APPOINTMENTS),
);

export const trailParams = z.strictObject({
  from: calendarDate.optional().describe(`The first day; without it, ${DEFAULT_DAYS} days until the last one`),
  to: calendarDate.optional().describe("The last day, included; without it, today"),
  appointment: someAppointments.optional().describe("Whom it is about: one appointment, or those of one person"),
  employee: z.coerce.number().int().min(0).max(LARGEST_INTEGER).optional().describe("By whom; 0: what no employee did"),
  kind: z.enum(KINDS).optional(),
  before: z.uuid().optional().describe("The page behind this entry"),
});
export type TrailParams = z.infer<typeof trailParams>;

const seenAppointment = z.object({ id: z.uuid(), date: dateText, time: z.string() });

export const trailEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  act: z.enum([...AUDIT_ACTS, FORMER_ACT]).describe(`${FORMER_ACT}: one that the program knows no more`),
  kind: z.enum(KINDS).nullable().describe(`null: of ${FORMER_ACT}`),
  by: z
    .object({ id: z.int(), name: z.string() })
    .nullable()
    .describe("null: no employee, but a citizen online or the program by itself"),
  day: dateText.nullable().describe("Whose whole plan was seen"),
  appointment: seenAppointment.nullable().describe("Whom it is about, if that is one"),
  appointments: z.int().describe("How many it is about"),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type TrailEntry = z.infer<typeof trailEntry>;

export const trailResponse = z.object({
  now: z.object({ date: dateText, time: z.string() }),
  from: dateText,
  to: dateText,
  entries: z.array(trailEntry),
  next: z.uuid().nullable().describe("Ask with it as `before` for what came earlier"),
  total: z.int(),
  /** Of all employees, whoever is asked for */
  by: z.array(z.object({ id: z.int().nullable(), name: z.string().nullable(), entries: z.int() })),
  sealed: z.object({
    until: z.string().nullable().describe("The time of the last entry that is sealed"),
    waiting: z.int().describe("Entries that wait for their seal"),
    signedOn: dateText.nullable().describe("The last day whose end was signed"),
  }),
});
export type Trail = z.infer<typeof trailResponse>;
