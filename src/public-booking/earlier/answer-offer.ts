import { move } from "../../appointments/move.ts";
import { lockedHold, requireHeldPlace } from "../../appointments/online/confirm-held.ts";
import { noteGivenUp } from "../../appointments/online/freed.ts";
import { giveBack } from "../../appointments/online/give-back.ts";
import { lockDays } from "../../appointments/place/locks.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../platform/time.ts";
import { managedVisit } from "../visit/opened.ts";
import { deleteWish, type OfferedPlace, openOffer, settleOffer } from "./earlier-sql.ts";

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
 * it is moved once.
 * @throws Refusal 404; 409 `hold-over`, or what has become of the place; 412 where the appointment has changed meanwhile
 */
export async function acceptOffer(
  tx: Tx,
  link: CitizensLink,
  { hold, at, version }: Answer,
  now: Temporal.Instant,
): Promise<void> {
  const { office } = link;
  const [row, offer] = [await managedVisit(tx, link, now), await offerOf(tx, link, now)];
  if (at === `${dateTextOf(row.starts_at)}T${clockTextOf(row.starts_at)}`) return;
  if (offer?.hold !== hold) throw new Refusal(409, "hold-over");
  await lockDays(tx, office.id, dateOf(row.starts_at), dateOf(offer.starts_at));
  const held = await lockedHold(tx, office, { id: hold, startsAt: offer.starts_at });
  await requireHeldPlace(tx, office, held);
  if (!(await settleOffer(tx, office.id, hold, { outcome: "accepted", now }))) throw new Refusal(409, "hold-over");
  await giveBack(tx, office.id, [hold], now);
  const place = { date: dateTextOf(held.starts_at), time: clockTextOf(held.starts_at), queue: held.queue };
  await move(tx, office, { id: row.id, version, now }, place);
  await deleteWish(tx, office.id, row.id);
}

/** They keep what they have, and stay in line; the place goes to the next one. Pressed twice, or too late: nothing more. */
export async function refuseOffer(tx: Tx, link: CitizensLink, hold: string, now: Temporal.Instant): Promise<void> {
  const { office } = link;
  const offer: OfferedPlace | null = await offerOf(tx, link, now);
  if (offer?.hold !== hold) return;
  if (!(await settleOffer(tx, office.id, hold, { outcome: "refused", now }))) return;
  await giveBack(tx, office.id, [hold], now);
  await noteGivenUp(tx, office.id, [offer], now);
}
