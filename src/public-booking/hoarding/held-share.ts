import { queueDays, takes, visitMinutes } from "../../availability/queue-day.ts";
import { localDay } from "../../platform/time.ts";
import type { Offered } from "../hold/offering.ts";
import { onlineRoom } from "../online-days.ts";

/** Places that may be held of a day however small the office is */
const LEAST_VISITS = 3;

/**
 * Of what may be held of a day for citizens who are still filling in, how much is held with one visit more: 0 to 1, and
 * above 1 where there is no room for it. Pure.
 */
export const heldShare = (offered: Offered, date: Temporal.PlainDate): number =>
  shareWith(offered, date, offered.held.get(date.toString()) ?? 0);

/** The same of other minutes of that day, for which as many places are there. Pure. */
export function shareWith({ facts, terms, offering }: Offered, date: Temporal.PlainDate, minutes: number): number {
  const queues = queueDays(facts, localDay(date)).filter(({ queue }) => takes(queue, true));
  const { open } = onlineRoom(queues, date.toString(), offering);
  const longest = Math.max(...queues.map(({ queue }) => visitMinutes(queue.slotMinutes, offering.minutes)));
  return (minutes + longest) / Math.max((open * terms.heldPercent) / 100, LEAST_VISITS * longest);
}
