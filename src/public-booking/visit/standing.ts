import { appointmentHistory } from "../../appointments/history/history.ts";
import { placeForCitizen } from "../../appointments/history/word-to-citizen.ts";
import type { ExistingAppointment } from "../../appointments/row/existing.ts";
import { existingAppointment } from "../../appointments/row/existing.ts";
import { hasPlace, isConfirmed, isOver } from "../../appointments/statuses.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import { planManageLink } from "../../outbox/plan-link.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { linkOver } from "./opened.ts";
import { ownVisit } from "./shown.ts";
import type { ConfirmedVisit } from "./stands-page.ts";

/** An appointment that was confirmed by a letter's link, for whoever comes back to that link, or to the browser that waited. */

/** Null: it is not confirmed yet. @throws Refusal 404 where it stands no more, is over, or is another mailbox's by now */
export async function confirmedByLink(
  tx: Read,
  { kind, office, appointmentId, isAddressedTo }: CitizensLink,
  now: Temporal.Instant,
): Promise<ExistingAppointment | null> {
  if (kind !== "confirm") return null;
  const row = await existingAppointment(tx, office, appointmentId);
  if (!isConfirmed(row.status)) return null;
  if (!stands(row, now) || !isAddressedTo(row.email)) throw linkOver();
  return row;
}

export const stands = (row: ExistingAppointment, now: Temporal.Instant): boolean =>
  hasPlace(row.status) &&
  !isOver(row.status) &&
  row.anonymized_at === null &&
  row.email !== null &&
  Temporal.Instant.compare(row.ends_at, now) > 0;

export async function confirmedVisit(
  tx: Read,
  office: CitizensOffice,
  row: ExistingAppointment,
): Promise<ConfirmedVisit> {
  const [visit, { events }] = await Promise.all([ownVisit(tx, office, row), appointmentHistory(tx, office, row.id)]);
  const { date, time, minutes, place, service } = visit;
  const booked = events.find(({ kind }) => kind === "booked");
  const confirmedAt = booked ? Temporal.Instant.from(booked.at) : row.created_at;
  return { date, time, minutes, place, service, confirmedAt, address: maskedAddress(row.email ?? "") };
}

/** «f…u@example.gr»: its owner knows it again, and nobody else learns it. */
function maskedAddress(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ""}@${domain}`;
}

/** The letter with code and link goes once more to the address on file. @returns false: so many went there lately */
export const sendOnceMore = (
  tx: Tx,
  office: CitizensOffice,
  { id, email, ...row }: ExistingAppointment,
  now: Temporal.Instant,
): Promise<boolean> =>
  planManageLink(tx, office.id, { appointment: id, email: email ?? "", place: placeForCitizen(row) }, now);
