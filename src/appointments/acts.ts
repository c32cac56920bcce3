/** What is done with an appointment, and why it sometimes can't be. Browser-safe. */

/** At the counter, in the order in which they are usually wanted */
export const STEPS = ["arrival", "service-start", "completion", "no-show", "departure"] as const;

export type Step = (typeof STEPS)[number];
/** To call who waits to the counter changes no status: it is known when it was, and how long the way took */
export type Act = Step | "call" | "edit" | "move" | "cancel" | "undo";
/** Besides, to another office: a choice within the form that moves */
export type AnyAct = Act | "transfer";

/** The clock in Athens */
export interface Moment {
  readonly date: string;
  readonly time: string;
}

/** Why a status allows an act no more, or not yet */
export type StatusHindrance =
  | "not-arrived"
  | "not-started"
  | "done"
  | "present"
  | "begun"
  | "missed"
  | "left"
  | "turned-away"
  | "withdrawn"
  | "cancelled"
  | "expired"
  | "held";

export interface Hindrance {
  readonly why: StatusHindrance | "day-to-come" | "day-over" | "too-early" | "anonymous";
  /** From when on it may be done */
  readonly from?: string;
}
