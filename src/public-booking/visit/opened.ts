import { type ExistingAppointment, existingAppointment } from "../../appointments/row/existing.ts";
import { hasPlace, isConfirmed, isOver } from "../../appointments/statuses.ts";
import { type CitizensLink, officeOfLink } from "../../identity/citizens/links.ts";
import type { AcrossOffices, Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { normalizeEmail } from "../../platform/text/email.ts";
import { hashOfToken } from "../../platform/token.ts";
import { type FormRow, formOfAppointment } from "../form/form-sql.ts";

/** What a link opens. One that was forged, is used up, or whose visit is over answers like one that never was. */

/** @throws Refusal 404 */
export async function openedLink(tx: AcrossOffices, token: string): Promise<CitizensLink> {
  const tokenHash = hashOfToken(token);
  const link = tokenHash && (await officeOfLink(tx, tokenHash));
  if (!link) throw linkOver();
  return link;
}

/** The appointment that the link lets its citizen see and change. @throws Refusal 404 once the visit is over */
export async function managedVisit(tx: Read, link: CitizensLink, now: Temporal.Instant): Promise<ExistingAppointment> {
  const row = await visitOfLink(tx, link, now);
  if (!hasPlace(row.status) || isOver(row.status)) throw linkOver();
  return row;
}

/** The same where it may have been cancelled, which is all that can still be seen of it then. @throws Refusal 404 */
export const visitOfLink = (tx: Read, link: CitizensLink, now: Temporal.Instant): Promise<ExistingAppointment> =>
  visitBy("manage", tx, link, now);

/** What a calendar may know of, also once it was cancelled. @throws Refusal 404 once the visit is over */
export const visitOfCalendar = (tx: Read, link: CitizensLink, now: Temporal.Instant): Promise<ExistingAppointment> =>
  visitBy("calendar", tx, link, now);

async function visitBy(kind: CitizensLink["kind"], tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const row = link.kind === kind ? await existingAppointment(tx, link.office, link.appointmentId) : null;
  const isGood = row && isConfirmed(row.status) && row.anonymized_at === null && link.isAddressedTo(row.email);
  if (!isGood || Temporal.Instant.compare(row.ends_at, now) <= 0) throw linkOver();
  return row;
}

/**
 * What is over, for whoever opened it while signed in to their own: to them it need not be hidden that there was one.
 * Null: it is not over, or the link came by a letter, which others may have.
 */
export async function overVisit(
  tx: Read,
  link: CitizensLink,
  now: Temporal.Instant,
): Promise<ExistingAppointment | null> {
  if (link.session === null || link.kind !== "manage") return null;
  const row = await existingAppointment(tx, link.office, link.appointmentId);
  if (row.anonymized_at !== null || !isConfirmed(row.status)) return null;
  return isOver(row.status) || Temporal.Instant.compare(row.ends_at, now) <= 0 ? row : null;
}

/** The form that the link confirms. @throws Refusal 404 once it was confirmed, or has another address */
export async function formOfLink(tx: Read, link: CitizensLink): Promise<FormRow> {
  const form = link.kind === "confirm" ? await formOfAppointment(tx, link.office.id, link.appointmentId) : null;
  if (!form || !mayConfirm(form, link)) throw linkOver();
  return form;
}

export function mayConfirm({ typed, confirmed_at, moves }: FormRow, link: CitizensLink): boolean {
  const address = normalizeEmail(typed.email ?? "");
  return confirmed_at === null && moves === null && "email" in address && link.isAddressedTo(address.email);
}

export const linkOver = (): Refusal => new Refusal(404, "link-over");
