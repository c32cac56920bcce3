import { cancel } from "../../appointments/cancel.ts";
import { change } from "../../appointments/change.ts";
import { placeForCitizen } from "../../appointments/history/word-to-citizen.ts";
import { type ExistingAppointment, existingAppointment } from "../../appointments/row/existing.ts";
import { isOver } from "../../appointments/statuses.ts";
import { type CitizensLink, makeLinks, waitForLink } from "../../identity/citizens/links.ts";
import { addressLinkRecipients, planAddressLink } from "../../outbox/plan-link.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { normalizeEmail } from "../../platform/text/email.ts";
import { isTemporary } from "../confirm/mail-domain.ts";
import { deleteForm, lockedFormOfAppointment } from "../form/form-sql.ts";
import type { ActPlace } from "../networks/network-acts.ts";
import { endMove } from "./moving.ts";
import { linkOver, managedVisit, visitOfLink } from "./opened.ts";
import { stands } from "./standing.ts";

interface Seen {
  /** As its citizen saw it */
  readonly version: number;
  readonly now: Temporal.Instant;
}

/** Gives the time back. Pressed twice, it is cancelled once. @returns null: by an earlier press. @throws Refusal 404, 409, 412 */
export async function cancelByLink(tx: Tx, link: CitizensLink, { version, now }: Seen): Promise<ActPlace | null> {
  await waitForLink(tx, link);
  await endMove(tx, link, now);
  const { id, status, service } = await visitOfLink(tx, link, now);
  if (isOver(status)) throw linkOver();
  if (status === "cancelled") return null;
  await cancel(tx, link.office, { id, version, now }, null);
  return { officeId: link.office.id, service };
}

/**
 * Another e-mail: a letter goes there, and it counts once its owner has pressed that one's link.
 * @throws Refusal 404; 422 for what is no address, or where so many letters went there lately
 */
export async function askForAddress(tx: Tx, link: CitizensLink, typed: string, now: Temporal.Instant): Promise<void> {
  const row = await managedVisit(tx, link, now);
  const address = normalizeEmail(typed);
  if (typed.trim() === "" || !("email" in address)) return refuseFields([{ field: "email", code: "email-invalid" }]);
  if (isTemporary(address.email)) refuseFields([{ field: "email", code: "email-temporary" }]);
  const wish = { appointment: row.id, email: address.email, place: placeForCitizen(row) };
  if (!(await planAddressLink(tx, link.office.id, wish, now)))
    refuseFields([{ field: "email", code: "letters-used-up" }]);
}

/** The appointment for which a letter asks whether its messages may come there. @throws Refusal 404 */
export async function visitOfAddress(
  tx: Read,
  link: CitizensLink,
  now: Temporal.Instant,
): Promise<ExistingAppointment> {
  const row = link.kind === "address" ? await existingAppointment(tx, link.office, link.appointmentId) : null;
  if (!row || !stands(row, now)) throw linkOver();
  return row;
}

/**
 * Its owner has said yes: the confirmation goes there, and no link that went to the old one is good any more.
 * @returns the token of a new link for the browser that asks
 * @throws Refusal 404, 409
 */
export async function useAddress(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<string> {
  await waitForLink(tx, link);
  const { office } = link;
  const { id, version } = await visitOfAddress(tx, link, now);
  const email = (await addressLinkRecipients(tx, office.id, id)).find(link.isAddressedTo);
  if (email === undefined) throw linkOver();
  await change(tx, office, { id, version, now }, { email });
  await forgetForm(tx, link, id);
  const [token] = await makeLinks(tx, office.id, [{ appointment: id, kind: "manage", email, inBrowser: true }], now);
  return token as string;
}

/** The browser that booked has no more to say of it than the old address has. */
async function forgetForm(tx: Tx, { office }: CitizensLink, id: string): Promise<void> {
  const form = await lockedFormOfAppointment(tx, office.id, id);
  if (form) await deleteForm(tx, office.id, form.token_hash);
}
