import type { Moment } from "../acts.ts";

/** What is too near to be told by e-mail alone. Browser-safe. */

/**
 * So near a visit an e-mail alone is no word: whoever is on the way, or sets out in the morning, looks into no mailbox.
 * Half a day: what is changed in the evening for the next morning is as near as what is changed in the morning for the afternoon.
 */
export const URGENT_HOURS = 12;

/** By the clock on the wall. */
export const isUrgent = (visit: Moment, now: Moment): boolean =>
  Temporal.PlainDateTime.compare(readOf(visit), readOf(now).add({ hours: URGENT_HOURS })) < 0;

const readOf = ({ date, time }: Moment): Temporal.PlainDateTime => Temporal.PlainDateTime.from(`${date}T${time}`);
