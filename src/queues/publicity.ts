import type { AdministeredOffice } from "../identity/office-access.ts";
import { Refusal } from "../platform/refusal.ts";
import { dateOf } from "../platform/time.ts";
import type { RuleChange } from "../proposals/rule-change.ts";
import { asSeen, type SeenQueue } from "./existing.ts";
import { isPublicBookingOpen } from "./public-booking-sql.ts";
import { updateQueue } from "./sql.ts";

/**
 * Public: citizens see the queue and book in it, where the ministry has opened that; or hidden from them (circular §Γ:
 * «να ορίζουν ενεργές ουρές ως "δημόσιες"»).
 */
export const publicity = (
  office: AdministeredOffice,
  seen: SeenQueue,
  isPublic: boolean,
  now: Temporal.Instant,
): RuleChange => ({
  act: isPublic ? "queue-published" : "queue-hidden",
  span: { first: dateOf(now), last: null },
  write: async (tx) => {
    if (isPublic && !(await isPublicBookingOpen(tx, office.id))) throw new Refusal(409, "public-booking-closed");
    const queue = await asSeen(tx, office, seen);
    if (isPublic && !queue.active) throw new Refusal(409, "public-must-be-active");
    if (queue.public !== isPublic) await updateQueue(tx, office.id, queue, { ...queue, public: isPublic });
  },
});
