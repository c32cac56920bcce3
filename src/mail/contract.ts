import { z } from "zod";
import { appointmentResponse } from "../appointments/contract.ts";
import { personal } from "../platform/personal-data.ts";
import { LANGUAGES } from "../text/languages.ts";
import { LETTER_KINDS, MAIL_STATES, REFUSAL_REASONS } from "./rules.ts";

/** What was written to citizens, and to the office itself, as the office sees it. */

export const mailResponse = personal(
  z.object({
    id: z.uuid(),
    letter: z.enum(LETTER_KINDS).describe("What it says; while it is planned, what it will say as things stand"),
    state: z
      .enum(MAIL_STATES)
      .describe("planned, sending; sent; refused by the recipient's server; expired: given up after 48 hours"),
    address: z.string(),
    plannedAt: z.string(),
    dueAt: z.string().nullable().describe("Of what is planned: when it is sent or tried again"),
    settledAt: z.string().nullable().describe("When it was sent, refused or given up"),
    was: z.object({ date: z.string(), time: z.string() }).nullable().describe("Date and time that the letter changes"),
    reason: z.enum(REFUSAL_REASONS).nullable(),
    answer: z.string().nullable().describe("The mail server's own words"),
    isLost: z.boolean().describe("It did not arrive, and nothing has told the citizen since"),
  }),
);
export type Mail = z.infer<typeof mailResponse>;

export const appointmentMailsResponse = z.object({
  mails: z.array(mailResponse).describe("Of one appointment, the latest first; without those that had nothing to say"),
});
export type AppointmentMails = z.infer<typeof appointmentMailsResponse>;

const listedMail = mailResponse.extend({ appointment: appointmentResponse });
export type ListedMail = z.infer<typeof listedMail>;

/** It says nothing of one person. */
const officeMessage = z.object({
  id: z.uuid(),
  subject: z.string(),
  state: z.enum(MAIL_STATES).describe("As of a letter; expired: it would have come too late"),
  address: z.string(),
  plannedAt: z.string(),
  dueAt: z.string().nullable().describe("Of what is planned: when it is sent or tried again"),
  settledAt: z.string().nullable().describe("When it was sent, refused or given up"),
  reason: z.enum(REFUSAL_REASONS).nullable(),
  answer: z.string().nullable().describe("The mail server's own words"),
  isLost: z.boolean().describe("It did not arrive within the last week, and none of its kind has since"),
});
export type OfficeMessage = z.infer<typeof officeMessage>;

export const officeMailsResponse = z.object({
  now: z.object({ date: z.string(), time: z.string() }).describe("The server's clock in Athens"),
  lost: z.array(listedMail).describe("Of visits to come: did not arrive, and nothing was sent since"),
  underWay: z.array(listedMail).describe("Planned, or to be tried again"),
  sent: z.array(listedMail).describe("Today, at most the last 500"),
  messages: z.array(officeMessage).describe("To the office itself: lost, under way, or sent today"),
});
export type OfficeMails = z.infer<typeof officeMailsResponse>;

export const mailCountResponse = z.object({
  lost: z
    .int()
    .describe("Of visits to come: did not arrive, and nothing has told the citizen since; and messages to the office"),
  underWay: z.int(),
});
export type MailCount = z.infer<typeof mailCountResponse>;

const inLanguage = z.enum(LANGUAGES).describe("Of the letter");

/** The closing notes as they are being typed. */
export const noteSampleRequest = z.strictObject({
  mailNote: z.string().nullable(),
  mailNoteEn: z.string().nullable(),
  language: inLanguage,
});
export type NoteSampleRequest = z.infer<typeof noteSampleRequest>;

export const frameSampleRequest = z.strictObject({
  senderName: z.string(),
  foot: z.string().nullable(),
  footEn: z.string().nullable(),
  language: inLanguage,
});
export type FrameSampleRequest = z.infer<typeof frameSampleRequest>;

/** A letter as it would leave, about a visit that nobody has booked */
export const letterSampleResponse = z.object({
  from: z.string().describe("The sender's name"),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type LetterSample = z.infer<typeof letterSampleResponse>;

export const letterTestResponse = z.object({ to: z.string().describe("The office's own address") });
export type LetterTest = z.infer<typeof letterTestResponse>;
