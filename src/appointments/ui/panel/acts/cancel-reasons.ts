import { textIn } from "../../../../text/text.ts";

/** Why an appointment is cancelled. Stored as a sentence in Greek, the language of the office's records. */
export const CANCEL_REASONS = ["citizen", "office", "duplicate", "other"] as const;

export type CancelReason = (typeof CANCEL_REASONS)[number];

export const reasonSentence = (reason: CancelReason, text: string): string =>
  reason === "other" ? text.trim() : textIn("el")(`panel.reason-${reason}`);
