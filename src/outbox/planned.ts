/**
 * The outbox's letters: what citizens are to be told of their appointments by e-mail, planned in the transaction of what they tell
 * of. What there is to say is decided when it is sent (src/mail). Other messages: `messages.ts`.
 */

/** Of a wish without an appointment: to be confirmed, and a place that is offered. No clerk has to do with them. */
export const WISH_KINDS = ["wish-link", "wish-offer"] as const;

/** They tell of nothing that has happened to an appointment: they bring a link to what its citizen can do. */
export const LINK_KINDS = ["confirm-link", "manage-link", "earlier-offer", "address-link", ...WISH_KINDS] as const;

export const MAIL_KINDS = ["confirmed", "changed", "moved", "cancelled", "reminder", ...LINK_KINDS] as const;

/** Where a visit stands, as a citizen is told; time of Athens. */
export interface VisitPlace {
  readonly date: string;
  readonly time: string;
  readonly queue: number;
}

/** What a letter says of a visit; date and time of Athens. */
export interface VisitStatement {
  readonly date: string;
  readonly time: string;
  /** As `ServicesWords.service` has it */
  readonly service: string;
  /** Of an appointment that another office had: false, for none is known of this office yet */
  readonly isLive: boolean;
  /** What the citizen had known before that letter */
  readonly was?: VisitStatement | null;
  /** Where that was, if the appointment came from there since, with a code of its own */
  readonly office?: OfficeBefore;
}

/** An office that had the appointment before. */
export interface OfficeBefore {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string | null;
  /** It is the one that has it again */
  readonly isHere?: boolean;
}

export interface NewMail {
  /** The appointment's */
  readonly id: string;
  /** What made it be planned; `moved`: the office, of itself */
  readonly kind: (typeof MAIL_KINDS)[number];
  /** Null: the address of the message that it replaces */
  readonly email: string | null;
  /** What the citizen knows, and what is so now */
  readonly place: readonly [VisitPlace, VisitPlace];
  /** That was planned before, and is withdrawn */
  readonly replaces?: string | null;
  /** Withdrawn: only to say that the other one is */
  readonly state?: "planned" | "withdrawn";
}

/** Second thoughts cost nobody a letter: what is undone or moved on within it is told once or not at all. */
export const SECOND_THOUGHTS = { minutes: 2 } as const;
