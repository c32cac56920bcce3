import type { Tx } from "../platform/database/sql.ts";
import { type CarriedLetter, chooseLetters } from "./choose-letters.ts";
import { beginSending, lockDue, withdraw } from "./claim-sql.ts";
import type { Letter } from "./letter.ts";
import type { Pending } from "./told.ts";
import { type Sender, senderOf } from "./visit-sql.ts";

/** Letters that this sender, and no other, is to send now. */
export interface Claimed {
  readonly sender: Sender;
  readonly letters: readonly ClaimedLetter[];
  /** There may be more */
  readonly isMore: boolean;
}

export interface ClaimedLetter {
  /** The planned message that becomes this letter */
  readonly id: string;
  readonly letter: Letter;
  /** Which one it is, from 1 */
  readonly attempt: number;
  readonly plannedAt: Temporal.Instant;
  /** An attempt before this one may have been taken: a failure of this one does not unsay it */
  readonly mayBeSaid: boolean;
}

const MOST = 20;

/**
 * Decides, for each appointment with due messages, what there is to say of it by now, and keeps the others off it. What
 * has nothing to say any more is withdrawn.
 */
export async function claim(tx: Tx, officeId: number, now: Temporal.Instant): Promise<Claimed> {
  const ids = await lockDue(tx, officeId, now, MOST);
  const [choices, sender] = await Promise.all([chooseLetters(tx, officeId, ids, now), senderOf(tx, officeId)]);
  const ready = choices.filter(({ messages }) => !messages.some(isUnderWay));
  const silent = ready.flatMap(({ messages, letter }) => messages.filter((message) => message !== letter?.carrier));
  await withdraw(
    tx,
    officeId,
    silent.map(({ id }) => id),
    now,
  );
  const begun = ready.flatMap(({ letter }) => letter ?? []);
  await beginSending(tx, officeId, begun, now);
  return { sender, letters: begun.map(claimedOf), isMore: ids.length === MOST };
}

const isUnderWay = (message: Pending): boolean => message.isUnderWay;

const claimedOf = ({ carrier, ...letter }: CarriedLetter): ClaimedLetter => ({
  id: carrier.id,
  letter,
  attempt: carrier.attempts + 1,
  plannedAt: carrier.plannedAt,
  mayBeSaid: carrier.mayBeSaid,
});
