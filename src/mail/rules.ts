import { LINK_KINDS } from "../outbox/planned.ts";

/** What may become of a message, and why one does not arrive. Pure, browser-safe. */

type LinkLetter = (typeof LINK_KINDS)[number];

export const LETTER_KINDS = ["confirmation", "change", "apology", "cancellation", "reminder", ...LINK_KINDS] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Also of the kind of a planned message */
export const bringsLinkOnly = (kind: string): kind is LinkLetter => (LINK_KINDS as readonly string[]).includes(kind);

/** Without `withdrawn`: of what had nothing to say nobody hears */
export const MAIL_STATES = ["planned", "sending", "sent", "refused", "expired"] as const;

export const REFUSAL_REASONS = [
  "no-such-address",
  "no-such-domain",
  "mailbox-full",
  "not-accepted",
  "too-large",
  "unreachable",
  // Nobody has refused it: the data were restored from a backup, and whether it had left is not known.
  "restored",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
