import type { Texts } from "../../../../kit/form/typing.ts";
import type { FieldError } from "../../../../platform/refusal.ts";
import { textIn } from "../../../../text/text.ts";
import { reasonError } from "../../../rules.ts";

/** Why an appointment is cancelled. Stored as a sentence in Greek, the language of the office's records. */
export const CANCEL_REASONS = ["citizen", "office", "duplicate", "other"] as const;

export type CancelReason = (typeof CANCEL_REASONS)[number];

export const reasonSentence = (reason: CancelReason, text: string): string =>
  reason === "other" ? text.trim() : textIn("el")(`panel.reason-${reason}`);

export const reasonOf = (values: Texts): CancelReason =>
  CANCEL_REASONS.find((reason) => reason === values.why) ?? "citizen";

/** Only one's own sentence can be faulty. */
export function reasonFaults(values: Texts): readonly FieldError[] {
  if (reasonOf(values) !== "other") return [];
  const text = values.reason ?? "";
  if (text.trim() === "") return [{ field: "reason", code: "cancellation-reason-required" }];
  const fault = reasonError(text);
  return fault ? [fault] : [];
}
