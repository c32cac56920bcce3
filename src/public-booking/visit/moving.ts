import { createHash } from "node:crypto";
import { change } from "../../appointments/change.ts";
import { textWithLonger, visitOfText, visitText } from "../../appointments/field/visit-services.ts";
import { move } from "../../appointments/move.ts";
import { lockedHold, requireHeldPlace } from "../../appointments/online/confirm-held.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { ExistingAppointment } from "../../appointments/row/existing.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../platform/time.ts";
import { requireRoomToMove } from "../confirm/new-domain.ts";
import { personOfVisit } from "../confirm/person-sql.ts";
import { deleteForm, type FormRow, formOf, lockedForm, lockKey } from "../form/form-sql.ts";
import { NOT_BEFORE_CONFIRMED } from "../hoarding/asker.ts";
import { goesOn, type HoldWish, holdTime } from "../hold/hold.ts";
import { holdAtLast } from "../hold/hold-at-last.ts";
import { release } from "../hold/release.ts";
import { managedVisit } from "./opened.ts";

/** An appointment's way to another time: held first, and moved there only when its citizen has said yes. */

/** The form in which the new time is held: one of each appointment, whichever links it has. Its key can't be a browser's. */
export const moveKey = ({ appointmentId }: CitizensLink): Buffer =>
  createHash("sha256").update(`move ${appointmentId}`).digest();

/**
 * Holds the new time, as long as it is to be there; one that was held before is given back. Where their e-mail is of a domain of one's own, of which there are
 * as many visits as one likes, it is held only once they have said yes.
 * @throws Refusal as `holdTime`, 404, 409 `email-domain-full`
 */
export async function holdForMove(
  tx: Tx,
  link: CitizensLink,
  { date, time, isLonger }: Pick<HoldWish, "date" | "time"> & { readonly isLonger: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const visit = await managedVisit(tx, link, now);
  const { id, language, interpreter } = visit;
  const key = moveKey(link);
  const [, before, person] = await Promise.all([
    lockKey(tx, key),
    lockedForm(tx, link.office.id, key),
    personOfVisit(tx, link.office.id, id),
  ]);
  const asker = person.domain ? NOT_BEFORE_CONFIRMED : ({ by: "person", key } as const);
  const form = await holdTime(
    tx,
    link.office,
    { service: workToMove(visit, isLonger), date, time, language, interpreter, moves: id },
    { key, before, now, asker },
  );
  await requireRoomToMove(tx, link.office, { visit, form }, now);
}

/** All that is done at the new time: what it was, and longer where that is asked for. */
export const workToMove = (visit: ExistingAppointment, isLonger: boolean): string =>
  isLonger ? textWithLonger(visitText(visit), true) : visitText(visit);

/** The new time that is chosen and not gone; null: none is. */
export async function heldForMove(tx: Read, link: CitizensLink, now: Temporal.Instant): Promise<FormRow | null> {
  const form = await formOf(tx, link.office.id, moveKey(link));
  return form && goesOn(form, now) ? form : null;
}

export interface Moving {
  /** As its citizen saw it */
  readonly version: number;
  /** The row that held the new time on the screen */
  readonly hold: string;
  /** That time, "2026-12-08T09:30" */
  readonly at: string;
}

/**
 * In one act: the hold ends, and the appointment takes its place. Only then is the old time somebody else's. Pressed twice,
 * it is moved once.
 * @throws Refusal 404; 409 `hold-over`, `moves-used-up`, `email-domain-full`, or what has become of the place; 412 where the appointment has changed meanwhile
 */
export async function moveByLink(
  tx: Tx,
  link: CitizensLink,
  { version, hold, at }: Moving,
  now: Temporal.Instant,
): Promise<void> {
  const { office } = link;
  const form = await lockedForm(tx, office.id, moveKey(link));
  const row = await managedVisit(tx, link, now);
  if (at === `${dateTextOf(row.starts_at)}T${clockTextOf(row.starts_at)}`) return;
  // Another window may have chosen another time: nobody is moved to what was not on the screen.
  if (!form || !goesOn(form, now) || form.appointment_id !== hold) throw new Refusal(409, "hold-over");
  const held = await holdAtLast(tx, office, form, now);
  await requireRoomToMove(tx, office, { visit: row, form: held }, now);
  await moveToHeld(tx, office, { row, version, form: held }, now);
}

interface ToHeld {
  readonly row: ExistingAppointment;
  readonly version: number;
  readonly form: FormRow;
}

/** The hold of the form ends, and the appointment takes its place. @throws Refusal 409, 412 */
export async function moveToHeld(
  tx: Tx,
  office: CitizensOffice,
  { row, version, form }: ToHeld,
  now: Temporal.Instant,
): Promise<void> {
  await lockDays(tx, office.id, dateOf(row.starts_at), dateOf(form.starts_at));
  const held = await lockedHold(tx, office, { id: form.appointment_id, startsAt: form.starts_at });
  await requireHeldPlace(tx, office, held);
  await deleteForm(tx, office.id, form.token_hash);
  await giveBack(tx, office.id, [held.id], now);
  const place = { date: dateTextOf(held.starts_at), time: clockTextOf(held.starts_at), queue: held.queue };
  const { id } = row;
  const moved = await move(tx, office, { id, version, now }, place);
  // Longer than it was: that was chosen with the time.
  const needs = [...new Set([...row.needs, ...visitOfText(form.service).needs])];
  if (needs.length > row.needs.length) await change(tx, office, { id, version: moved.version, now }, { needs });
}

/** Nobody moves it any more. */
export async function endMove(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  const form = await lockedForm(tx, link.office.id, moveKey(link));
  if (!form) return;
  await release(tx, link.office.id, form, now);
  await deleteForm(tx, link.office.id, form.token_hash);
}
