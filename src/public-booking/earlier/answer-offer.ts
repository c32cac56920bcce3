import { move } from "../../appointments/move.ts";
import { lockedHold, requireHeldPlace } from "../../appointments/online/confirm-held.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import { transferToHeld } from "../../appointments/online/transfer-to-held.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { AppointmentTarget } from "../../appointments/require-act.ts";
import { type CitizensOffice, officeOfCitizen } from "../../identity/citizens/citizens-office.ts";
import { type CitizensLink, makeLinks, waitForLink } from "../../identity/citizens/links.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../platform/time.ts";
import { insertPerson, personOfVisit } from "../confirm/person-sql.ts";
import { managedVisit, visitOfLink } from "../visit/opened.ts";
import { deleteWish, type OfferedPlace, openOffer, settleOffer, takenElsewhere } from "./earlier-sql.ts";
import { giveUp } from "./give-up.ts";

/** The offer that waits for its citizen's answer; null: none, or its time is over. */
export async function offerOf(tx: Read, { office, appointmentId }: CitizensLink, now: Temporal.Instant) {
  const offer = await openOffer(tx, office.id, appointmentId);
  return offer && Temporal.Instant.compare(now, offer.until) < 0 ? offer : null;
}

interface Answer {
  /** The row that held the place on the screen */
  readonly hold: string;
  /** The time of that place, "2026-12-08T09:30" */
  readonly at: string;
  /** As its citizen saw the appointment */
  readonly version: number;
}

/**
 * In one act the appointment takes the place that was held for it, and only then is its own somebody else's. Pressed twice,
 * it is taken once.
 * @returns the token of the link by which it is seen from then on, where another office has it; null: as before
 * @throws Refusal 404; 409 `hold-over`, or what has become of the place; 412 where the appointment has changed meanwhile
 */
export async function acceptOffer(
  tx: Tx,
  link: CitizensLink,
  { hold, at, version }: Answer,
  now: Temporal.Instant,
): Promise<string | null> {
  const { office } = link;
  await waitForLink(tx, link);
  const { email } = await visitOfLink(tx, link, now);
  const elsewhere = await takenElsewhere(tx, office.id, hold);
  if (elsewhere !== null) return linkTo(tx, link, { office: elsewhere, appointment: hold, email }, now);
  const { id, starts_at } = await managedVisit(tx, link, now);
  if (at === `${dateTextOf(starts_at)}T${clockTextOf(starts_at)}`) return null;
  const offer = await offerOf(tx, link, now);
  if (offer?.hold !== hold) throw new Refusal(409, "hold-over");
  const target = { id, version, now };
  if (offer.office !== office.id) {
    await takeElsewhere(tx, office, target, offer);
    return linkTo(tx, link, { office: offer.office, appointment: hold, email }, now);
  }
  await lockDays(tx, office.id, dateOf(starts_at), dateOf(offer.starts_at));
  const held = await lockedHold(tx, office, { id: hold, startsAt: offer.starts_at });
  await requireHeldPlace(tx, office, held);
  await settle(tx, office, hold, now);
  await giveBack(tx, office.id, [hold], now);
  const place = { date: dateTextOf(held.starts_at), time: clockTextOf(held.starts_at), queue: held.queue };
  await move(tx, office, target, place);
  await deleteWish(tx, office.id, id);
  return null;
}

/** The appointment goes to the office that holds the place, and whose it is goes with it: their limit is over all offices. */
async function takeElsewhere(
  tx: Tx,
  office: CitizensOffice,
  target: AppointmentTarget,
  { office: there, hold, starts_at }: OfferedPlace,
): Promise<void> {
  const { id, now } = target;
  const to = await officeOfCitizen(tx, there);
  const person = await personOfVisit(tx, office.id, id);
  await settle(tx, office, hold, now);
  await transferToHeld(tx, { from: office, to }, target, { id: hold, startsAt: starts_at });
  await deleteWish(tx, office.id, id);
  await tx.switchTenant({ office: there });
  await insertPerson(tx, there, hold, person);
  await tx.switchTenant({ office: office.id });
}

interface Taken {
  readonly office: number;
  readonly appointment: string;
  readonly email: string | null;
}

async function linkTo(
  tx: Tx,
  { office: { id }, session }: CitizensLink,
  { office, appointment, email }: Taken,
  now: Temporal.Instant,
): Promise<string> {
  await tx.switchTenant({ office });
  const [token] = await makeLinks(tx, office, [{ appointment, kind: "manage", email, inBrowser: true, session }], now);
  await tx.switchTenant({ office: id });
  return token as string;
}

/** @throws Refusal 409 where it was settled meanwhile */
async function settle(tx: Tx, office: CitizensOffice, hold: string, now: Temporal.Instant): Promise<void> {
  if (!(await settleOffer(tx, office.id, hold, { outcome: "accepted", now }))) throw new Refusal(409, "hold-over");
}

/** They keep what they have, and stay in line; the place goes to the next one. Pressed twice, or too late: nothing more. */
export async function refuseOffer(tx: Tx, link: CitizensLink, hold: string, now: Temporal.Instant): Promise<void> {
  const { office } = link;
  const offer = await offerOf(tx, link, now);
  if (offer?.hold !== hold) return;
  if (!(await settleOffer(tx, office.id, hold, { outcome: "refused", now }))) return;
  await tx.switchTenant({ office: offer.office });
  await giveUp(tx, [offer], now);
  await tx.switchTenant({ office: office.id });
}
