import type { Read } from "../../platform/database/sql.ts";
import { earlierDate } from "../../platform/time.ts";
import type { Offered, OfferQuery } from "../hold/offering.ts";
import { type OnlineDay, onlineDays } from "../online-days.ts";
import type { OpenedOffice } from "../opened-office.ts";
import { type ChosenOffer, offerOn, openDays } from "./chosen-offer.ts";
import { fitting, type When } from "./when.ts";

export interface FreeTime {
  readonly date: string;
  readonly time: string;
}

export interface SoonestOffer extends ChosenOffer {
  /** Null: there is none on any day that is open */
  readonly firstFree: FreeTime | null;
}

/**
 * From today to a day, as most offices have a time until then; where these have none, to the end of the week with the last day
 * of which anything is open.
 * @throws Refusal 404 for a service that there is not, 422 for one that the office does not offer
 */
export async function soonestOffer(
  tx: Read,
  opened: OpenedOffice,
  { upTo, when, ...query }: OfferQuery & { readonly upTo: Temporal.PlainDate; readonly when: readonly When[] },
): Promise<SoonestOffer> {
  const { first, last: lastOpen } = openDays(opened, query.now);
  const last = lastOpen.add({ days: 7 - lastOpen.dayOfWeek });
  const near = earlierDate(upTo, last);
  const soon = await offerOn(tx, opened, { ...query, first, last: near });
  const firstFree = firstFreeOf(soon, when);
  if (firstFree || near.equals(last)) return { ...soon, firstFree };
  const all = await offerOn(tx, opened, { ...query, first, last });
  return { ...all, firstFree: firstFreeOf(all, when) };
}

const A_WEEK = 7;

/** The first time that can be had when they can come; looked for week by week, since most offices have one soon. */
function firstFreeOf({ facts, offering }: Offered, when: readonly When[]): FreeTime | null {
  for (let first = offering.first; isUpTo(first, offering.last); first = first.add({ days: A_WEEK })) {
    const last = earlierDate(first.add({ days: A_WEEK - 1 }), offering.last);
    const free = firstOf(onlineDays(facts, { ...offering, first, last }), when);
    if (free) return free;
  }
  return null;
}

function firstOf(days: readonly OnlineDay[], when: readonly When[]): FreeTime | null {
  for (const day of days) {
    const [time] = fitting(day, when);
    if (time) return { date: day.date, time };
  }
  return null;
}

const isUpTo = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) <= 0;
