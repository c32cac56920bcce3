import { queueDays, takes, visitMinutes } from "../../availability/queue-day.ts";
import { localDay } from "../../platform/time.ts";
import type { Offered } from "../hold/offering.ts";
import { onlineRoom } from "../online-days.ts";

/**
 * Of a day's public places so many may be taken by browsers of which nothing is known: the office's share, but in a small one
 * ten visits or a fifth of the day, and never fewer than three. Honest people hardly ever meet it.
 */
const FLOOR = { visits: 10, percent: 20, least: 3 } as const;

/**
 * Of what strangers may have of a day, how much they have with so many visits more: what is held while they fill in, and what was
 * confirmed through domains of which nobody has come yet. 0 to 1, and above 1 where there is no room for it. Pure.
 */
export function heldShare(offered: Offered, date: Temporal.PlainDate, more = 1): number {
  const day = date.toString();
  const { most, longest } = strangersPart(offered, date);
  return ((offered.held.get(day) ?? 0) + (offered.unproven.get(day) ?? 0) + more * longest) / most;
}

/**
 * The same of what is confirmed through domains of which nobody has come yet, or through one domain: half as much, for whoever
 * has a domain has as many mailboxes as they like. Pure.
 */
export function domainShare(offered: Offered, date: Temporal.PlainDate, minutes: number): number {
  const { most, longest } = strangersPart(offered, date);
  return (minutes + longest) / Math.max(most / 2, FLOOR.least * longest);
}

/** So many minutes of the day, and of a visit where it takes the longest. */
function strangersPart(offered: Offered, date: Temporal.PlainDate) {
  const { open, longest } = placesOf(offered, date);
  const floor = Math.max(FLOOR.least * longest, Math.min(FLOOR.visits * longest, (open * FLOOR.percent) / 100));
  return { most: Math.max((open * offered.terms.heldPercent) / 100, floor), longest };
}

function placesOf({ facts, offering }: Offered, date: Temporal.PlainDate) {
  const queues = queueDays(facts, localDay(date)).filter(({ queue }) => takes(queue, true));
  const { open, left } = onlineRoom(queues, date.toString(), offering);
  return {
    open,
    left,
    longest: Math.max(...queues.map(({ queue }) => visitMinutes(queue.slotMinutes, offering.minutes))),
  };
}

interface Share {
  /** That are given of it already */
  readonly minutes: number;
  readonly percent: number;
}

/** Of another share of that day, in which other minutes are given, how much is given with one visit more. Pure. */
export function shareWith(offered: Offered, date: Temporal.PlainDate, { minutes, percent }: Share): number {
  const { open, longest } = placesOf(offered, date);
  return (minutes + longest) / Math.max((open * percent) / 100, FLOOR.least * longest);
}

/** Minutes of the day that citizens may still take online; below 0: they have more than that. Pure. */
export const minutesLeft = (offered: Offered, date: Temporal.PlainDate): number => placesOf(offered, date).left;
