import { randomBytes } from "node:crypto";
import { announceLetter } from "../live/announce.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { mailboxKey } from "../platform/text/mailbox.ts";
import { enterLetter, forgetLetters } from "./ledger-sql.ts";
import { addressesOfLinks, emptyLetters, insertMails } from "./plan-sql.ts";
import { type NewMail, type VisitPlace, WISH_KINDS } from "./planned.ts";

/**
 * Letters for whose link somebody waits: they may leave at once. Each is entered in the ledger of its mailbox, whichever page,
 * link or language asked for it.
 */

interface LinkWish {
  /** The row that holds the time, or the appointment */
  readonly appointment: string;
  readonly email: string;
  readonly place: VisitPlace;
}

/**
 * To confirm a held time. Of several only the last one leaves, and none once the time is held no more.
 * @returns false: so many letters went there lately, and none is planned
 */
export const planConfirmLink = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<boolean> =>
  planLink(tx, officeId, mailOf("confirm-link", wish), now);

/** To see and change an appointment. Null plans nothing, with as much ado. @returns as above */
export const planManageLink = (
  tx: Tx,
  officeId: number,
  wish: LinkWish | null,
  now: Temporal.Instant,
): Promise<boolean> => planLink(tx, officeId, wish && mailOf("manage-link", wish), now);

/** To look at an earlier place that is held for whoever wished for one; none once it is held no more. @returns as above */
export const planEarlierOffer = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<boolean> =>
  planLink(tx, officeId, mailOf("earlier-offer", wish), now);

/** To confirm a wish without an appointment; `appointment`: its row. @returns as above */
export const planWishLink = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<boolean> =>
  planLink(tx, officeId, mailOf("wish-link", wish), now);

/** To look at a place that is held for whoever wished for one without an appointment. @returns as above */
export const planWishOffer = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<boolean> =>
  planLink(tx, officeId, mailOf("wish-offer", wish), now);

/** The ledger tells nothing of letters that went so long ago. */
export const forgetOldLetters = (tx: Tx, now: Temporal.Instant): Promise<void> => forgetLetters(tx, now);

/** To say yes to another e-mail of an appointment: it goes there, and nothing is changed before. @returns as above */
export const planAddressLink = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<boolean> =>
  planLink(tx, officeId, mailOf("address-link", wish), now);

/** The addresses to which such letters went. */
export const addressLinkRecipients = (tx: Read, officeId: number, appointment: string): Promise<string[]> =>
  addressesOfLinks(tx, officeId, appointment);

/** Nobody has shown that the address is theirs: it is kept no longer than what was typed with it. */
export async function forgetConfirmLinks(tx: Tx, officeId: number, appointments: readonly string[]): Promise<void> {
  if (appointments.length > 0) await emptyLetters(tx, officeId, appointments, ["confirm-link"]);
}

/** Who ended a wish is written to no more, and nothing tells where they were. */
export const forgetWishLetters = (tx: Tx, officeId: number, wish: string): Promise<void> =>
  emptyLetters(tx, officeId, [wish], WISH_KINDS);

async function planLink(tx: Tx, officeId: number, mail: NewMail | null, now: Temporal.Instant): Promise<boolean> {
  const mailbox = mail?.email ? mailboxKey(mail.email) : randomBytes(32);
  const isEntered = await enterLetter(tx, mailbox, now);
  await insertMails(tx, officeId, mail && isEntered ? [mail] : [], { at: now, dueAt: now, cause: null });
  // Whoever asked is told alike whether there is such a mailbox or not, and as late.
  announceLetter(tx);
  return isEntered;
}

const mailOf = (kind: NewMail["kind"], { appointment, email, place }: LinkWish): NewMail => ({
  id: appointment,
  kind,
  email,
  place: [place, place],
});
