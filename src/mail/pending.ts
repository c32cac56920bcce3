import type { NewMail, VisitStatement } from "../outbox/planned.ts";
import type { LetterKind } from "./rules.ts";

/** A message that waits, or whose sender has died. */
export interface Pending {
  readonly id: string;
  readonly appointment: string;
  readonly kind: NewMail["kind"];
  readonly place: NewMail["place"];
  /** As it was planned; a letter goes to the appointment's own, if it has one */
  readonly address: string;
  readonly plannedAt: Temporal.Instant;
  readonly attempts: number;
  /** An attempt before this one may have been taken, and only its answer lost */
  readonly mayBeSaid: boolean;
  /** By another process, which is not taken for dead yet */
  readonly isUnderWay: boolean;
}

/** The last letter that has left, or may have. */
export interface LastLetter {
  readonly id: string;
  readonly appointment: string;
  readonly address: string;
  readonly letter: LetterKind;
  readonly told: VisitStatement;
}
