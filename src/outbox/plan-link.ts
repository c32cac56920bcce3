import type { Tx } from "../platform/database/sql.ts";
import { emptyConfirmLinks, insertMails } from "./plan-sql.ts";
import type { NewMail, ToldPlace } from "./planned.ts";

/** Letters for whose link somebody waits: they may leave at once. */

interface LinkWish {
  /** The row that holds the time, or the appointment */
  readonly appointment: string;
  readonly email: string;
  readonly place: ToldPlace;
}

/** To confirm a held time. Of several only the last one leaves, and none once the time is held no more. */
export const planConfirmLink = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<void> =>
  planLink(tx, officeId, [mailOf("confirm-link", wish)], now);

/** To see and change an appointment. Null plans nothing, with as much ado. */
export const planManageLink = (tx: Tx, officeId: number, wish: LinkWish | null, now: Temporal.Instant): Promise<void> =>
  planLink(tx, officeId, wish ? [mailOf("manage-link", wish)] : [], now);

/** To look at an earlier place that is held for whoever wished for one; none once it is held no more. */
export const planEarlierOffer = (tx: Tx, officeId: number, wish: LinkWish, now: Temporal.Instant): Promise<void> =>
  planLink(tx, officeId, [mailOf("earlier-offer", wish)], now);

/** Nobody has shown that the address is theirs: it is kept no longer than what was typed with it. */
export async function forgetConfirmLinks(tx: Tx, officeId: number, appointments: readonly string[]): Promise<void> {
  if (appointments.length > 0) await emptyConfirmLinks(tx, officeId, appointments);
}

const planLink = (tx: Tx, officeId: number, mails: readonly NewMail[], now: Temporal.Instant): Promise<void> =>
  insertMails(tx, officeId, mails, { at: now, dueAt: now, cause: null });

const mailOf = (kind: NewMail["kind"], { appointment, email, place }: LinkWish): NewMail => ({
  ...{ id: appointment, kind, email },
  place: [place, place],
});
