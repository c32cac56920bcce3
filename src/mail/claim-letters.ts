import { makeLinks, type NewLink } from "../identity/citizens/links.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type CarriedLetter, chooseLetters } from "./choose-letters.ts";
import { beginSending, withdraw } from "./claim-sql.ts";
import type { Delivery } from "./delivery.ts";
import { followLetter } from "./follow-letter.ts";
import { pageAddress } from "./letter/envelope.ts";
import { messageOf } from "./letter/message.ts";
import type { Letter } from "./letter.ts";
import type { Pending } from "./pending.ts";
import type { Sender } from "./visit-sql.ts";

export interface SendingOffice {
  readonly id: number;
  readonly sender: Sender;
}

/** After it a letter that could not be delivered is given up. */
const LONGEST_TRYING = { hours: 48 } as const;

/**
 * Decides, for each of these appointments, which are locked, what there is to say of it by now, and keeps other senders off it.
 * What has nothing to say any more is withdrawn.
 */
export async function claimLetters(
  tx: Tx,
  office: SendingOffice,
  appointments: readonly string[],
  now: Temporal.Instant,
): Promise<Delivery[]> {
  if (appointments.length === 0) return [];
  const choices = await chooseLetters(tx, office.id, appointments, now);
  const ready = choices.filter(({ messages }) => !messages.some(isUnderWay));
  const silent = ready.flatMap(({ messages, letter }) => messages.filter((message) => message !== letter?.carrier));
  await withdraw(
    tx,
    office.id,
    silent.map(({ id }) => id),
    now,
  );
  const begun = ready.flatMap(({ letter }) => letter ?? []);
  await beginSending(tx, office.id, begun, now);
  const tokens = await tokensFor(tx, office, begun, now);
  return begun.map((letter) => deliveryOf(letter, office, tokens.get(letter) ?? null));
}

const isUnderWay = (message: Pending): boolean => message.isUnderWay;

/** Of the links that they bring, made for this attempt: they are stored nowhere. */
async function tokensFor(
  tx: Tx,
  { id, sender }: SendingOffice,
  letters: readonly CarriedLetter[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<CarriedLetter, string>> {
  const linked = letters.flatMap((letter) => {
    const kind = linkIn(letter, sender);
    return kind ? [{ letter, link: { appointment: letter.visit.id, kind, email: letter.visit.email } }] : [];
  });
  const links = linked.map(({ link }) => link);
  const tokens = await makeLinks(tx, id, links, now);
  return new Map(linked.map(({ letter }, index) => [letter, tokens[index] as string]));
}

/** Where citizens book for themselves, every letter of an appointment that stands lets them see and change it. */
function linkIn({ kind, visit }: Letter, { isOpenToCitizens }: Sender): NewLink["kind"] | null {
  if (kind === "confirm-link") return "confirm";
  if (kind === "address-link") return "address";
  if (kind === "wish-link" || kind === "wish-offer") return "wish";
  return visit.isLive && (isOpenToCitizens || kind === "manage-link" || kind === "earlier-offer") ? "manage" : null;
}

/** The planned message `carrier` becomes the letter. */
const deliveryOf = (
  { carrier, ...letter }: CarriedLetter,
  { id, sender }: SendingOffice,
  token: string | null,
): Delivery => ({
  id: carrier.id,
  attempt: carrier.attempts + 1,
  mayBeSaid: carrier.mayBeSaid,
  giveUpAt: carrier.plannedAt.add(LONGEST_TRYING),
  compose: (envelope) => {
    const link = token && pageAddress(envelope.site, letter.visit.language, `/link/${token}`);
    return messageOf(carrier.id, { ...letter, link }, sender, envelope);
  },
  follow: (tx, settlement) => followLetter(tx, id, letter, settlement),
});
