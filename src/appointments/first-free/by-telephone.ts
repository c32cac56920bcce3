import type { Read } from "../../platform/database/sql.ts";
import { dateOf, epochMinute } from "../../platform/time.ts";
import type { Alternative } from "../contract.ts";
import { offerFacts } from "../place/facts-sql.ts";
import { firstFreePlaces } from "./first-free.ts";
import { leadByTelephone } from "./first-free-sql.ts";

const WEEKS = 9;

/** For other modules too: a citizen who calls needs time to come. @returns epoch minute */
export const earliestByTelephone = async (tx: Read, officeId: number, now: Temporal.Instant): Promise<number> =>
  epochMinute(now) + (await leadByTelephone(tx, officeId));

/**
 * For other modules too: the first free places by telephone and by each queue's own slot, as the office's own form would offer
 * them. Fewer than `count` where the weeks that are looked at have no more.
 */
export async function placesByTelephone(
  tx: Read,
  officeId: number,
  { now, count }: { readonly now: Temporal.Instant; readonly count: number },
): Promise<Alternative[]> {
  const search = {
    from: dateOf(now),
    weeks: WEEKS,
    now: epochMinute(now),
    earliest: await earliestByTelephone(tx, officeId, now),
    minutes: null,
    channel: "phone",
  } as const;
  return firstFreePlaces((first, last) => offerFacts(tx, officeId, first, last), search, count);
}
