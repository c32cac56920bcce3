import { createHash } from "node:crypto";
import type { AcrossOffices, Tx } from "../platform/database/sql.ts";
import { insertMessage, withoutMessage } from "./messages-sql.ts";

/** Messages of the outbox that are no letters to citizens. Their kinds stand in `src/mail/message/kinds.ts`. */
export interface NewMessage extends Occasion {
  readonly to: string;
  /** All that it says: it is written from this alone */
  readonly payload: object;
}

/** What a message tells of. Each office hears of it once, whoever plans that and however often. */
export interface Occasion {
  readonly kind: string;
  readonly occasion: string;
}

/** In the transaction of what it tells of, where there is one. What was planned before stays as it is. */
export const planMessage = (tx: Tx, officeId: number, message: NewMessage, at: Temporal.Instant): Promise<void> =>
  insertMessage(tx, officeId, { ...message, id: messageId(officeId, message), at });

/** There is nothing to say of it: nobody is told, and nobody looks again. */
export const skipOccasion = (tx: Tx, officeId: number, occasion: Occasion, at: Temporal.Instant): Promise<void> =>
  insertMessage(tx, officeId, { ...occasion, id: messageId(officeId, occasion), at, to: "", payload: null });

/** Of these offices those that have neither planned to say it nor skipped it. */
export const officesWithoutMessage = (
  tx: AcrossOffices,
  offices: readonly number[],
  occasion: Occasion,
): Promise<readonly number[]> =>
  withoutMessage(
    tx,
    offices,
    offices.map((office) => messageId(office, occasion)),
  );

/** The same id for the same occasion, after a restore as well: whoever gets it twice gets one message (RFC 9562, version 8). */
function messageId(officeId: number, { kind, occasion }: Occasion): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([officeId, kind, occasion]))
    .digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(12, 15)}`,
    `8${hash.slice(15, 18)}`,
    hash.slice(18, 30),
  ].join("-");
}
