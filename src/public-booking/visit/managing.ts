import { cancel } from "../../appointments/cancel.ts";
import { change } from "../../appointments/change.ts";
import { type CitizensLink, makeLinks, waitForLink } from "../../identity/citizens/links.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { deleteForm, lockedFormOfAppointment } from "../form/form-sql.ts";
import { endMove } from "./moving.ts";
import { managedVisit, visitOfLink } from "./opened.ts";

interface Seen {
  /** As its citizen saw it */
  readonly version: number;
  readonly now: Temporal.Instant;
}

/** Gives the time back. Pressed twice, it is cancelled once. @throws Refusal 404, 409, 412 */
export async function cancelByLink(tx: Tx, link: CitizensLink, { version, now }: Seen): Promise<void> {
  await waitForLink(tx, link);
  await endMove(tx, link, now);
  const { id, status } = await visitOfLink(tx, link, now);
  if (status !== "cancelled") await cancel(tx, link.office, { id, version, now }, null);
}

/**
 * Another e-mail: the confirmation goes there, and no link that went to the old one is good any more.
 * @returns the token of a new link for the browser that asks
 * @throws Refusal 404, 412, 422
 */
export async function changeAddress(
  tx: Tx,
  link: CitizensLink,
  typed: string,
  { version, now }: Seen,
): Promise<string> {
  const { id } = await managedVisit(tx, link, now);
  if (typed.trim() === "") refuseFields([{ field: "email", code: "email-invalid" }]);
  const { email } = await change(tx, link.office, { id, version, now }, { email: typed });
  await forgetForm(tx, link, id);
  const [token] = await makeLinks(
    tx,
    link.office.id,
    [{ appointment: id, kind: "manage", email, inBrowser: true }],
    now,
  );
  return token as string;
}

/** The browser that booked has no more to say of it than the old address has. */
async function forgetForm(tx: Tx, { office }: CitizensLink, id: string): Promise<void> {
  const form = await lockedFormOfAppointment(tx, office.id, id);
  if (form) await deleteForm(tx, office.id, form.token_hash);
}
