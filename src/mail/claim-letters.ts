import { makeLinks, type NewLink } from "../identity/citizens/links.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type CarriedLetter, chooseLetters } from "./choose-letters.ts";
import { beginSending, lockDue, withdraw } from "./claim-sql.ts";
import type { Letter } from "./letter.ts";
import type { Pending } from "./messages.ts";
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
  /** Of the link that it brings, made for this attempt: it is stored nowhere; null: it brings none */
  readonly token: string | null;
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
  const tokens = await tokensFor(tx, officeId, { letters: begun, sender, now });
  const letters = begun.map((letter) => claimedOf(letter, tokens.get(letter) ?? null));
  return { sender, letters, isMore: ids.length === MOST };
}

interface ToBeLinked {
  readonly letters: readonly CarriedLetter[];
  readonly sender: Sender;
  readonly now: Temporal.Instant;
}

async function tokensFor(
  tx: Tx,
  officeId: number,
  { letters, sender, now }: ToBeLinked,
): Promise<ReadonlyMap<CarriedLetter, string>> {
  const linked = letters.flatMap((letter) => {
    const kind = linkIn(letter, sender);
    return kind ? [{ letter, link: { appointment: letter.visit.id, kind, email: letter.visit.email } }] : [];
  });
  const links = linked.map(({ link }) => link);
  const tokens = await makeLinks(tx, officeId, links, now);
  return new Map(linked.map(({ letter }, index) => [letter, tokens[index] as string]));
}

/** Where citizens book for themselves, every letter of an appointment that stands lets them see and change it. */
function linkIn({ kind, visit }: Letter, { isOpenToCitizens }: Sender): NewLink["kind"] | null {
  if (kind === "confirm-link") return "confirm";
  if (kind === "address-link") return "address";
  return visit.isLive && (isOpenToCitizens || kind === "manage-link" || kind === "earlier-offer") ? "manage" : null;
}

const isUnderWay = (message: Pending): boolean => message.isUnderWay;

const claimedOf = ({ carrier, ...letter }: CarriedLetter, token: string | null): ClaimedLetter => ({
  id: carrier.id,
  letter,
  token,
  attempt: carrier.attempts + 1,
  plannedAt: carrier.plannedAt,
  mayBeSaid: carrier.mayBeSaid,
});
