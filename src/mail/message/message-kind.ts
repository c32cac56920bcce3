import type { Planner } from "../by-clock/planner.ts";
import type { LetterPage } from "../letter/letter-page.ts";
import type { Sender } from "../visit-sql.ts";

/** A kind of message other than letters to citizens. */
export interface MessageKind<Payload extends object = object> {
  /** From the payload alone, and how its sender looks: said twice it is the same message */
  write(payload: Payload, sender: Sender): MessageText;
  /** When it would come too late: then it is given up */
  uselessFrom(payload: Payload): Temporal.Instant;
  /** Where the hour makes it be planned, and nothing that somebody does */
  readonly planner?: Planner;
}

/** In Greek, as all that an office receives. */
export interface MessageText extends Pick<LetterPage, "subject" | "preview" | "heading" | "paragraphs" | "facts"> {
  /** Why they get it, and what to do about that; at the foot */
  readonly why: string;
}
