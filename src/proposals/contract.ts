import { z } from "zod";
import { alternative, appointmentResponse } from "../appointments/contract.ts";
import { RULE_ACTS } from "../audit/acts.ts";

/** Consequences of a change of rules for the appointments there are: seen first, then decided (circular §Γ). Browser-safe. */

/** impossible: neither; it stands on the call list for somebody to think of a way */
export const NOTICES = ["none", "email", "email-and-call", "call", "impossible"] as const;
/** In the order in which they are offered; declined: the time does not suit, and another one is looked for */
export const CALL_OUTCOMES = ["not-called", "no-answer", "agreed", "declined"] as const;

const proposed = z.object({
  appointment: appointmentResponse,
  place: alternative.nullable().describe("null: none was found, or the visit is under way and stays"),
  choices: z.array(alternative).describe("The nearest places that nobody else is proposed"),
  notice: z.enum(NOTICES).describe("How the citizen learns of the proposed place; none: the time is the same"),
  isUnderWay: z.boolean(),
});

export const proposalResponse = z.object({
  appointments: z.array(proposed),
  earlierMinutes: z.int().describe("By more nobody is moved earlier unless the administrator chooses so"),
  urgentUntil: z
    .string()
    .describe(
      "Date and time of Athens: who was to come before it, or is to come now, is called beside the e-mail, and nobody is proposed an earlier time before it",
    ),
  sameTime: z.int(),
  emails: z.int(),
  calls: z.int().describe("Some of them beside an e-mail"),
  withoutPlace: z.int(),
});
export type Proposal = z.infer<typeof proposalResponse>;

const CLOSING_KINDS = ["closure", "holiday", "exception"] as const;
/** The appointments left over in closed time, and the words by which each of their days is closed */
export const workListResponse = proposalResponse.extend({
  closings: z.array(
    z.object({
      date: z.string(),
      kind: z.enum(CLOSING_KINDS),
      reason: z.string(),
      reasonEn: z.string().nullish().describe("Of a holiday"),
    }),
  ),
});
export type WorkList = z.infer<typeof workListResponse>;
export const workListCountResponse = z.object({ count: z.int() });
export type WorkListCount = z.infer<typeof workListCountResponse>;

const id = z.uuid();
export const decision = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("move"), id, version: z.int32(), to: alternative }),
  z
    .strictObject({ act: z.literal("keep"), id, version: z.int32() })
    .describe("It stays, and somebody serves it all the same"),
  z.strictObject({ act: z.literal("call"), id, version: z.int32() }).describe("It stays for now, on the call list"),
]);
export type Decision = z.infer<typeof decision>;

export const settlingRequest = z.strictObject({ decisions: z.array(decision).min(1).max(5_000) });

const decisions = z
  .array(decision)
  .max(5_000)
  .optional()
  .describe(
    "For every appointment of the proposal, «keep» for what is under way, in any version; without them a change that concerns any is refused",
  );

/** Part of every request for a change that may concern appointments. */
export const decidedOnly = z.strictObject({ decisions });

export const changedResponse = z.object({
  change: z.string().nullable().describe("Names the change, to take it back; null: nothing differed"),
  act: z.enum(RULE_ACTS).describe("As the history names it"),
  moved: z.int(),
  kept: z.int(),
  emails: z.int().describe("Messages planned"),
  calls: z.int().describe("On the call list, with a telephone"),
  withoutPhone: z.int().describe("On the call list, without a telephone"),
});
export type Changed = z.infer<typeof changedResponse>;

export const CALL_REASONS = ["moved", "kept", "undelivered"] as const;
export const callResponse = z.object({
  appointment: appointmentResponse,
  was: alternative.describe("As the citizen was told it"),
  why: z.enum(CALL_REASONS).describe("undelivered: a letter did not reach the citizen"),
  isUrgent: z.boolean().describe("Not agreed upon, and the old or the new time is hours away"),
  outcome: z.enum(CALL_OUTCOMES),
  notedAt: z.string().nullable(),
  notedBy: z.string().nullable(),
  version: z.int(),
});
export const callListResponse = z.object({ date: z.string(), calls: z.array(callResponse) });
export type CallList = z.infer<typeof callListResponse>;
export type ListedCall = CallList["calls"][number];
export const callDaysResponse = z.object({
  days: z
    .array(
      z.object({
        date: z.string(),
        count: z.int().describe("With a telephone"),
        withoutPhone: z.int().describe("Whom somebody has to find another way to"),
      }),
    )
    .describe("From today on, those with somebody to tell"),
});
export type CallDays = z.infer<typeof callDaysResponse>;
export const callRequest = z.strictObject({ outcome: z.enum(CALL_OUTCOMES) });
