import type { Tx } from "../platform/database/sql.ts";
import type { Envelope } from "./letter/envelope.ts";
import type { OutgoingMail } from "./letter/message.ts";
import type { SendAttempt, Settlement } from "./settle-sql.ts";

/** A message that this sender, and no other, is to send now, whatever its kind. */
export interface Delivery extends SendAttempt {
  /** What can't be tried again before is given up */
  readonly giveUpAt: Temporal.Instant;
  /** Once its turn has come: it takes milliseconds. Said twice, it is the same message twice */
  compose(envelope: Envelope): OutgoingMail;
  /** What follows from what became of it, in the transaction in which that is written down */
  follow(tx: Tx, settlement: Settlement): Promise<void>;
}
