import type { GreekWords } from "./greek-words.ts";

/** What a citizen reads, on pages and in letters, in a language of the counter: a key that one lacks does not compile. */
export type CitizensCatalogue = {
  readonly [Part in keyof Read]: Words<Read[Part]> & MorePlurals<Read[Part]>;
};

type Read = Pick<GreekWords, "book" | "easy" | "entrance" | "finder" | "line" | "mine" | "visit" | "letter"> & {
  readonly paper: Pick<GreekWords["paper"], (typeof SLIP)[number]>;
  readonly standIn: Pick<GreekWords["standIn"], "banner">;
  readonly problem: Pick<GreekWords["problem"], (typeof PROBLEMS)[number]>;
  readonly field: Pick<GreekWords["field"], (typeof FIELDS)[number]>;
  readonly audit: Pick<GreekWords["audit"], Extract<keyof GreekWords["audit"], `act-${string}`>>;
};
type Words<Part> = { readonly [Key in keyof Part]: string };

/** Greek and English have two forms of a number; others have up to six (Unicode's plural rules). */
type MorePlurals<Part> = {
  readonly [Key in keyof Part as Key extends `${infer Begin}_other`
    ? `${Begin}_${"zero" | "two" | "few" | "many"}`
    : never]?: string;
};

/** On the note that they take home. */
export const SLIP = [
  "slip-title",
  "slip-at",
  "slip-where",
  "slip-phone",
  "slip-service",
  "slip-bring",
  "slip-reference",
  "slip-absent",
  "print",
] as const satisfies readonly (keyof GreekWords["paper"])[];

/** Refusals that a citizen can meet. */
export const PROBLEMS = [
  "slot-taken",
  "slot-not-offered",
  "slot-past",
  "slot-too-soon",
  "slot-later",
  "slot-off-grid",
  "slot-closed",
  "slot-closed-reason",
  "slot-too-short",
  "service-unknown",
  "service-not-offered",
  "office-not-found",
  "office-not-public",
  "link-over",
  "hold-over",
  "moves-used-up",
  "name-stays",
  "hold-needs-work",
  "hold-needs-email",
  "email-domain-full",
  "too-many-visits",
  "person-too-many-visits",
  "nameless-too-many-visits",
  "too-many-people",
  "appointment-not-found",
  "appointment-not-live",
  "status-conflict",
  "version-stale",
  "request-running",
  "request-malformed",
  "request-too-large",
  "content-type-unsupported",
  "fields-invalid",
  "sign-in-failed",
  "cross-site",
  "not-found",
  "rate-limited",
  "unavailable",
  "internal",
] as const satisfies readonly (keyof GreekWords["problem"])[];

/** And what can be wrong with a field of theirs. */
export const FIELDS = [
  "field-malformed",
  "field-required",
  "field-too-long",
  "field-control-characters",
  "text-damaged",
  "date-invalid",
  "service-required",
  "visit-too-long",
  "visit-too-much",
  "visit-longer-than-open",
  "service-longer-than-open",
  "reference-incomplete",
  "last-name-required",
  "first-name-required",
  "business-name-required",
  "name-without-letters",
  "phone-too-short_one",
  "phone-too-short_other",
  "phone-invalid",
  "phone-of-service",
  "email-no-ending",
  "email-invalid",
  "afm-invalid",
  "who-required",
  "afm-required",
  "declaration-required",
  "how-required",
  "email-required",
  "letters-used-up",
  "email-temporary",
  "email-slip",
  "days-required",
  "parts-required",
  "offices-required",
  "email-domain-full",
  "phone-required",
  "where-required",
  "where-unknown",
] as const satisfies readonly (keyof GreekWords["field"])[];
