/** What an entry may say was done, and under what kind of act it is found. Browser-safe. */

export const KINDS = ["viewed", "searched", "printed", "changed", "mailed", "signed-in", "refused"] as const;
export type Kind = (typeof KINDS)[number];

/** Changes of an office's rules, as its history names them */
export const RULE_ACTS = [
  "queue-added",
  "queue-changed",
  "queue-activated",
  "queue-deactivated",
  "queue-published",
  "queue-hidden",
  "queue-made-default",
  "queue-archived",
  "hours-changed",
  "employee-swapped",
  "exception-added",
  "exception-changed",
  "exception-removed",
  "work-list-settled",
  "rules-undone",
] as const;

/** What the ministry rules for all offices, or for those of a region */
export const MINISTRY_ACTS = [
  "closure-added",
  "closure-changed",
  "closure-removed",
  "closure-ended",
  "holiday-added",
  "holiday-changed",
  "holiday-removed",
  "service-added",
  "service-changed",
  "service-words-changed",
  "referral-added",
  "referral-changed",
  "referral-removed",
  "letter-frame-changed",
  "retention-changed",
  "language-switched",
  "needs-switched",
  "move-limit-changed",
  "translation-changed",
  "partner-added",
  "partner-key-issued",
  "partner-key-revoked",
  "partner-webhook-changed",
  "public-booking-opened",
  "public-booking-closed",
  "questionnaire-reset",
  "questions-replaced",
] as const;

/** Every act, by its kind: one that is not among these can't be recorded. */
export const ACTS_OF = {
  viewed: [
    "day-viewed",
    "appointment-viewed",
    "appointment-opened",
    "history-viewed",
    "call-list-viewed",
    "work-list-viewed",
    "consequences-viewed",
    "mails-viewed",
    "diary-previewed",
    "audit-viewed",
  ],
  searched: ["person-searched", "namesakes-shown"],
  printed: [
    "day-printed",
    "calls-printed",
    "slip-printed",
    "answer-printed",
    "diary-left-printed",
    "number-printed",
    "subject-exported",
  ],
  changed: [
    "appointment-booked",
    "appointment-changed",
    "appointment-moved",
    "appointment-kept",
    "appointment-transferred",
    "appointment-cancelled",
    "appointment-arrived",
    "appointment-called",
    "appointment-service-started",
    "appointment-completed",
    "appointment-no-show",
    "appointment-left",
    "appointment-undone",
    "appointment-claimed",
    "ticket-issued",
    "ticket-turned-away",
    "ticket-called",
    "ticket-service-started",
    "ticket-completed",
    "ticket-left",
    "ticket-prioritised",
    "ticket-undone",
    "next-served",
    "next-undone",
    "served-out-of-turn",
    "call-noted",
    "caught-up",
    "catch-up-undone",
    "diary-brought-in",
    "diary-undone",
    ...RULE_ACTS,
    "settings-changed",
    "entrance-screen-added",
    "entrance-screen-removed",
    ...MINISTRY_ACTS,
    "partner-acted",
    "partner-paused",
    "partner-resumed",
    "questionnaire-submitted",
    "subject-erased",
    "due-anonymized",
    "answers-forgotten",
    "notices-forgotten",
    "open-data-corrected",
    "open-data-key-replaced",
  ],
  mailed: ["mail-sent", "mail-refused", "mail-sent-again", "letter-tested"],
  "signed-in": ["signed-in"],
  refused: ["access-refused", "print-refused"],
} as const satisfies Readonly<Record<Kind, readonly string[]>>;

export type AuditAct = (typeof ACTS_OF)[Kind][number];

/** As which an entry is shown whose act the program knows no more; none is recorded as it. */
export const FORMER_ACT = "former";
export type TrailAct = AuditAct | typeof FORMER_ACT;

/** Whose act it was that no employee did: citizens act on appointments online, all else the program does by itself. */
export const withoutEmployee = (act: TrailAct): "citizen" | "program" =>
  act.startsWith("appointment-") ? "citizen" : "program";

export const AUDIT_ACTS: readonly AuditAct[] = Object.values(ACTS_OF).flat();

export const trailAct = (stored: string): TrailAct => AUDIT_ACTS.find((act) => act === stored) ?? FORMER_ACT;
