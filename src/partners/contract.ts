import { z } from "zod";
import { personShape } from "../appointments/field/schemas.ts";
import { STATUSES } from "../appointments/statuses.ts";
import { calendarDate, dateText, timeText } from "../platform/date-schemas.ts";

/** Systems of others that book for citizens, with keys of the ministry. Browser-safe. */

const partnerKey = z.object({
  id: z.uuid(),
  hint: z.string().describe("Its last letters"),
  issuedAt: z.string(),
  issuedBy: z.string(),
  usedAt: z.string().nullable().describe("When something was last asked with it; null: never"),
  revokedAt: z.string().nullable().describe("Since when it opens nothing; null: it is good"),
  revokedBy: z.string().nullable(),
});
export type PartnerKey = z.infer<typeof partnerKey>;

const webhookFailure = z.object({
  why: z
    .enum(["address", "name", "connection", "certificate", "late", "status"])
    .describe("An address that may not be reached, a name that leads nowhere, …, an answer of another status than 2xx"),
  status: z.int().nullable().describe("Of HTTP, where it answered with one"),
});
export type WebhookFailure = z.infer<typeof webhookFailure>;

export const partnerResponse = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  addedAt: z.string(),
  addedBy: z.string(),
  pausedAt: z
    .string()
    .nullable()
    .describe("Since when the operator has it wait: refused, and told nothing; null: it goes on"),
  keys: z.array(partnerKey).describe("The latest first"),
  webhook: z
    .object({
      url: z.string(),
      failingSince: z.string().nullable().describe("null: the last notice arrived"),
      failure: webhookFailure.nullable().describe("Why the last one has not"),
      waiting: z.int().describe("Notices that have not arrived yet"),
    })
    .nullable()
    .describe("null: it is told nothing"),
});
export type Partner = z.infer<typeof partnerResponse>;
export const partnersResponse = z.object({ partners: z.array(partnerResponse) });
export type Partners = z.infer<typeof partnersResponse>;

const webhookUrl = z.string().nullable().describe("By https; null: it is told nothing of its appointments");
export const newPartnerRequest = z.strictObject({ name: z.string().describe("At most 80 characters"), webhookUrl });
export type NewPartnerRequest = z.infer<typeof newPartnerRequest>;
export const webhookRequest = z.strictObject({ webhookUrl });
export type WebhookRequest = z.infer<typeof webhookRequest>;

export const partnerSecretsResponse = z.object({
  partner: partnerResponse,
  key: z
    .string()
    .nullable()
    .describe(
      "The new key, this once; null: no new one was made, or this is a repetition: then issue another, and revoke it",
    ),
  webhookSecret: z
    .string()
    .nullable()
    .describe("By which notices are signed, this once; null: no new one was made, or this is a repetition"),
});
export type PartnerSecrets = z.infer<typeof partnerSecretsResponse>;

/** What a partner asks and is answered. Lengths and forms are checked by rules, so that each field gets its own sentence. */
export const partnerBookingRequest = z.strictObject({
  office: z.string().describe("The code of the office"),
  service: z.string().describe("The code of the service"),
  date: calendarDate,
  time: timeText.describe("One of the times that are free"),
  ...personShape,
  companions: personShape.companions.describe(
    "Who else is served in this visit, one after the other: at most three, each with one to three services; names may be left out",
  ),
  lastName: z.string().describe("Of whoever comes"),
  email: z.string().nullish().describe("Where the confirmation and its link go; it or a telephone number is needed"),
  business: z.strictObject({ name: z.string(), afm: z.string() }).nullish().describe("Whom they represent"),
  language: personShape.language.describe("In which they are written to"),
});
export type PartnerBookingRequest = z.infer<typeof partnerBookingRequest>;

export const partnerMoveRequest = z.strictObject({ date: calendarDate, time: timeText });

export const partnerVisitResponse = z.object({
  id: z.uuid(),
  reference: z.string().describe("Nine digits, which the citizen shows at the entrance"),
  office: z.string(),
  service: z.string(),
  moreServices: z.array(z.string()).describe("Besides, for the same person"),
  companions: z.array(z.object({ services: z.array(z.string()) })).describe("Who else is served, by no name"),
  date: dateText,
  time: timeText,
  minutes: z.int(),
  status: z.enum(STATUSES),
  transferredTo: z.string().nullable().describe("The office that has it now, when it was cancelled here for that"),
  movesLeft: z
    .int()
    .describe("How often its citizen may still change its time, here or elsewhere; at 0 a move is 409 moves-used-up"),
  version: z.int(),
});
export type PartnerVisit = z.infer<typeof partnerVisitResponse>;

const instant = z.iso.datetime({ offset: true });
export const replayRequest = z.strictObject({
  since: instant.describe("At most 30 days ago"),
  until: instant.optional().describe("Not included; without it, until now"),
});
export const replayResponse = z.object({ notices: z.int().describe("So many are sent once more") });

export const NOTICE_TYPES = [
  "appointment.booked",
  "appointment.moved",
  "appointment.cancelled",
  "appointment.transferred",
  "appointment.arrived",
  "appointment.corrected",
] as const;

/** What a partner is told: ids and times, and nobody's name. Whoever may know more asks with the key. */
export const appointmentNotice = z.object({
  type: z.enum(NOTICE_TYPES).describe("corrected: an act was taken back, and this is so again"),
  timestamp: z.iso.datetime({ offset: true }).describe("When it happened"),
  data: z.object({
    id: z.uuid(),
    office: z.string().describe("Its code"),
    date: dateText,
    time: timeText,
    status: z.enum(STATUSES),
    transferredTo: z.string().nullable().describe("The office that has it now, when it was cancelled here for that"),
    version: z.int().describe("Of the appointment, after that"),
  }),
});
export type AppointmentNotice = z.infer<typeof appointmentNotice>;
