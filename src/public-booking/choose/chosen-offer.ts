import { factsOfOffice } from "../../appointments/place/facts.ts";
import { serviceNotOffered } from "../../appointments/place/placing.ts";
import type { Facts } from "../../availability/facts.ts";
import { visitMinutes } from "../../availability/queue-day.ts";
import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { type Offered, type OfferQuery, offeredBy } from "../hold/offering.ts";
import { requireVisitText } from "../longest-visit.ts";
import { offeredService, type ServiceAtOffice } from "../office-sql.ts";
import type { OpenedOffice } from "../opened-office.ts";
import { onlineFacts } from "../sql.ts";
import { lastOpenDay } from "../terms.ts";

/** What a citizen looks at who chooses a time. */
export interface ChosenOffer extends Offered {
  readonly service: ServiceAtOffice;
}

/** So long a place is held for it at most: whole slots of the public queue that has the longest. */
export const heldMinutes = ({ queues }: Facts, minutes: number): number =>
  Math.max(minutes, ...queues.filter((queue) => queue.public).map((queue) => visitMinutes(queue.slotMinutes, minutes)));

/** Whether citizens see any queue; where they see none, the office gives its times by telephone. */
export const hasPublicQueue = ({ facts }: Offered): boolean => facts.queues.some((queue) => queue.public);

/** Both included */
interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** From today to the last day of which anything is open. */
export const openDays = ({ terms }: OpenedOffice, now: Temporal.Instant): Days => ({
  first: dateOf(now),
  last: lastOpenDay(terms, now),
});

/**
 * Of some days, in one flight of statements.
 * @param lastly where the transaction ends with them
 * @throws Refusal 404 for a service that there is not, 422 for one that the office does not offer
 */
export async function offerOn(
  tx: Read,
  { office, place, terms }: OpenedOffice,
  { service: code, now, since = null, first, last }: OfferQuery & Days,
  lastly: Read = tx,
): Promise<ChosenOffer> {
  requireVisitText(code, place.code);
  const [facts, online, service] = await Promise.all([
    factsOfOffice(tx, office, first, last),
    onlineFacts(tx, office.id, { first, last }, now),
    offeredService(lastly, office.id, code),
  ]);
  if (!service) throw new Refusal(404, "service-unknown");
  const { minutes, isOffered } = service;
  if (!isOffered) throw serviceNotOffered(code);
  return { ...offeredBy({ facts, terms, online, minutes }, { first, last, now, since }), service };
}
