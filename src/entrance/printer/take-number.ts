import type { ServiceGroup } from "../../catalogue/service-groups.ts";
import type { PromiseNotes } from "../../measures/promises/promise-notes.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { ticketByKey } from "../../waiting/place/by-key.ts";
import { giveNumber } from "../../waiting/place/give-number.ts";
import { offeredGroups } from "../number/number-sql.ts";
import { fullDay } from "../number/room.ts";
import { lineView, type PlaceView, placeView } from "../place/place-view.ts";
import type { PrinterCaller } from "./caller.ts";
import { closedReason } from "./closed.ts";
import { OLDEST_PRESS_SECONDS } from "./contract.ts";
import { existingTerms, type PrinterTerms } from "./printer-sql.ts";

interface Press {
  /** Of the place's own key, which is made of the press's */
  readonly hash: Buffer;
  readonly group: ServiceGroup;
  readonly pressedSecondsAgo: number;
  readonly now: Temporal.Instant;
  readonly promises: PromiseNotes;
}

/** All that is answered is read in one transaction: a printer that is removed meanwhile gets a number with its paper, or none. */
export interface TicketAnswer {
  readonly terms: PrinterTerms;
  /** A place in the line; or the day has no room, and this ticket notes that they were turned away */
  readonly outcome: PlaceView | { readonly turnedAway: string };
  /** The press was answered before */
  readonly isRepeated: boolean;
}

/**
 * The day's next number for a press at a printer, by the one gate of all numbers at the entrance. Sent again, by the same key of
 * the same device, it is one press.
 * @throws Refusal 401 when the printer was removed meanwhile; 409 when no number is given; 422 for the group
 */
export async function takeNumber(
  tx: Tx,
  { office, id }: PrinterCaller,
  { hash, group, pressedSecondsAgo, now, promises }: Press,
): Promise<TicketAnswer> {
  const today = dateOf(now);
  const find = () => ticketByKey(tx, office.id, hash, today);
  const terms = await existingTerms(tx, office.id, id);
  const before = await find();
  if (!before) {
    const closed = closedReason(terms);
    if (closed) throw new Refusal(409, closed);
    if (pressedSecondsAgo > OLDEST_PRESS_SECONDS) throw new Refusal(409, "press-too-old");
    await requireGroup(tx, office.id, group);
    const hasRoom = async () => (await fullDay(tx, office, now)) === null;
    await giveNumber(tx, office, { keyHash: hash, group, hasRoom, now });
  }
  const ticket = before ?? (await find());
  if (ticket?.group !== group) throw new Refusal(422, "idempotency-key-reused");
  if (ticket.status === "withdrawn") throw new Refusal(409, "number-withdrawn");
  const isTurnedAway = ticket.status === "turned-away";
  const view = isTurnedAway ? null : await lineView(tx, office, { now, promises });
  const seen = view && placeView(view, { visit: ticket.id, now, on: "printer" });
  return { terms, outcome: seen ?? { turnedAway: ticket.id }, isRepeated: before !== null };
}

/** Other offices may offer more. */
async function requireGroup(tx: Read, officeId: number, group: ServiceGroup): Promise<void> {
  const isOffered = group === "other" || (await offeredGroups(tx, officeId)).some(({ name }) => name === group);
  if (!isOffered) refuseFields([{ field: "group", code: "group-not-offered" }]);
}
