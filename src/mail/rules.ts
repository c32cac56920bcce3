/** What may become of a message, and why one does not arrive. Pure, browser-safe. */

/** They tell of nothing that has happened to an appointment: they bring a link to what its citizen can do. */
const LINK_LETTERS = ["confirm-link", "manage-link", "earlier-offer"] as const;
type LinkLetter = (typeof LINK_LETTERS)[number];

export const LETTER_KINDS = [
  ...(["confirmation", "change", "apology", "cancellation", "reminder"] as const),
  ...LINK_LETTERS,
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Also of the kind of a planned message */
export const bringsLinkOnly = (kind: string): kind is LinkLetter => (LINK_LETTERS as readonly string[]).includes(kind);

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
