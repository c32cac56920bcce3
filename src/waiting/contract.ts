import { z } from "zod";
import { appointmentResponse } from "../appointments/contract.ts";
import { TICKET_STATUSES } from "../appointments/statuses.ts";
import { SERVICE_GROUPS } from "../catalogue/service-groups.ts";
import { dateText } from "../platform/date-schemas.ts";
import { personal } from "../platform/personal-data.ts";
import { OUT_OF_TURN_REASONS } from "./turn-reasons.ts";

/** Who waits without a place, and who is next. Browser-safe. */

export const TICKET_EVENT_KINDS = [
  "issued",
  "turned-away",
  "called",
  "service-started",
  "completed",
  "left",
  "prioritised",
  "undone",
] as const;
export type TicketEventKind = (typeof TICKET_EVENT_KINDS)[number];

const queueNumber = z.int().min(1).max(99);

export const ticketRequest = z.strictObject({
  service: z.string(),
  statutory: z.literal(true).optional().describe("Priority by law, as a card shows: it counts from when it is given"),
  turnedAway: z.literal(true).optional().describe("Nothing could be done for them: no number is given"),
});
export type TicketRequest = z.infer<typeof ticketRequest>;

const reason = z
  .enum(OUT_OF_TURN_REASONS)
  .optional()
  .describe(
    "Why it is their turn before others who are due earlier; where numbers are called on a screen it is needed",
  );

export const ticketCallRequest = z.strictObject({ queue: queueNumber.describe("Whose counter calls"), reason });
export const visitorCallRequest = z.strictObject({
  queue: queueNumber.optional().describe("Whose counter calls; without it the appointment's own"),
  reason,
});
export type VisitorCall = z.infer<typeof visitorCallRequest>;
export const serviceStartRequest = z.strictObject({ reason });

export const ticketResponse = z.object({
  id: z.uuid(),
  office: z.string(),
  date: dateText,
  number: z
    .string()
    .nullable()
    .describe("A letter that looks alike in Greek and Latin, three digits; null: turned away"),
  service: z.string().nullable().describe("null: not known yet"),
  serviceGroup: z
    .enum(SERVICE_GROUPS)
    .nullable()
    .describe("What they said at the entrance that they need; null: they were not asked"),
  queue: queueNumber.nullable().describe("Which calls or serves it; null: whoever is free first"),
  status: z.enum(TICKET_STATUSES),
  /** Local time of the last change of status */
  statusAt: z.string(),
  issuedAt: z.string(),
  calledAt: z.string().nullable(),
  statutory: z.boolean().describe("Priority by law"),
  version: z.int(),
});
export type Ticket = z.infer<typeof ticketResponse>;

const lineTerms = z.object({
  slackMinutes: z.int().describe("A number counts as an appointment so many minutes after it was given"),
  recallMinutes: z.int().describe("Who did not come is called again so many minutes later"),
  hasDisplay: z
    .boolean()
    .describe("A screen shows who is called: «Επόμενος» calls, and the service begins once they are here"),
});
export type LineTerms = z.infer<typeof lineTerms>;

export const dayTicketsResponse = z.object({
  date: dateText,
  tickets: z.array(ticketResponse).describe("In the order in which they came; not those that were taken back"),
  numbers: z
    .array(z.object({ appointment: z.uuid(), number: z.string() }))
    .describe("By which those are called who have come with an appointment"),
  calls: z
    .array(z.object({ visit: z.uuid(), number: z.string(), counter: queueNumber, at: z.string() }))
    .describe("That stand, the latest first"),
  ownQueues: z.array(queueNumber).describe("That the caller serves on that date"),
  line: lineTerms,
});
export type DayTickets = z.infer<typeof dayTicketsResponse>;

export const ticketHistoryResponse = z.object({
  events: z.array(
    z.object({
      version: z.int(),
      kind: z.enum(TICKET_EVENT_KINDS),
      at: z.string(),
      by: z.string().nullable(),
      undoes: z.int().nullable(),
      fromPaper: z.string().nullable().describe("When it happened, where it was caught up from paper; null: at `at`"),
    }),
  ),
});
export type TicketHistory = z.infer<typeof ticketHistoryResponse>;

const seenVisit = z.strictObject({ id: z.uuid(), version: z.int32() });
export type SeenVisit = z.infer<typeof seenVisit>;

export const nextRequest = z.strictObject({
  ends: z.array(seenVisit).max(20).describe("What is served in the queue now, as the caller saw it: it ends"),
  beside: z
    .array(seenVisit)
    .max(20)
    .optional()
    .describe("Of what is served in the queue now, what goes on beside whoever begins: two at once, knowingly"),
  starts: seenVisit.optional().describe("Somebody of the caller's choice; without it whoever is due first"),
  leaves: z
    .array(seenVisit)
    .max(20)
    .optional()
    .describe("Whom this counter called twice in vain, as the caller saw it: they are noted as gone"),
  reason,
});
export type NextRequest = z.infer<typeof nextRequest>;

const visit = z.object({ appointment: appointmentResponse.nullable(), ticket: ticketResponse.nullable() });

export const walkInRequest = z.strictObject({ service: z.string() });
export const walkInResponse = personal(visit.describe("An appointment where a place was free, or else a number"));

export const nextResponse = personal(
  z.object({
    id: z.uuid().describe("By which all of it can be undone"),
    ended: z.array(visit),
    left: z.array(visit).describe("Called twice, and not seen"),
    started: visit.nullable().describe("null: nobody waited, or they were called"),
    called: visit.nullable().describe("Where a screen shows it: they are on their way to the counter"),
  }),
);
export type Next = z.infer<typeof nextResponse>;
export type ServedVisit = z.infer<typeof visit>;

export const nextUndoneResponse = z.object({ id: z.uuid() });
