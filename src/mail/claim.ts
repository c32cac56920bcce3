import type { Tx } from "../platform/database/sql.ts";
import { beginSending, lockDue, pendingOf, toldBefore, withdraw } from "./claim-sql.ts";
import { type Letter, letterFor } from "./letter.ts";
import type { Pending } from "./told.ts";
import { type Sender, senderOf, visitsToTell } from "./visit-sql.ts";

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
  const [pending, before, visits, sender] = await Promise.all([
    pendingOf(tx, officeId, ids, now),
    toldBefore(tx, officeId, ids),
    visitsToTell(tx, officeId, ids),
    senderOf(tx, officeId),
  ]);
  const ready = [...Map.groupBy(pending, ({ appointment }) => appointment)].filter(
    ([, group]) => !group.some(isUnderWay),
  );
  const decided = ready.map(([id, group]) => {
    const visit = visits.get(id);
    const chosen = visit && letterFor(group, before.get(id) ?? null, visit, now);
    return { group, chosen, carrier: group.find((message) => message.id === chosen?.carrier) };
  });
  const silent = decided.flatMap(({ group, carrier }) => group.filter((message) => message !== carrier));
  await withdraw(
    tx,
    officeId,
    silent.map(({ id }) => id),
    now,
  );
  const begun = decided.flatMap(({ chosen, carrier }) => (chosen && carrier ? { ...chosen.letter, carrier } : []));
  await beginSending(tx, officeId, begun, now);
  return { sender, letters: begun.map(claimedOf), isMore: ids.length === MOST };
}

const isUnderWay = (message: Pending): boolean => message.isUnderWay;

const claimedOf = ({ carrier, ...letter }: Letter & { readonly carrier: Pending }): ClaimedLetter => ({
  id: carrier.id,
  letter,
  attempt: carrier.attempts + 1,
  plannedAt: carrier.plannedAt,
  mayBeSaid: carrier.mayBeSaid,
});
