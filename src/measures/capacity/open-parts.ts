import { factsOfOffice } from "../../appointments/place/facts.ts";
import { subtract } from "../../availability/intervals.ts";
import { openParts, queueDays } from "../../availability/queue-day.ts";
import type { Read } from "../../platform/database/sql.ts";
import { type Interval, instantOf, localDay } from "../../platform/time.ts";
import { everyQueue, queueChanges } from "./capacity-sql.ts";
import { activeParts } from "./queue-activity.ts";

/**
 * When each queue of an office served on a day that is over: its hours and exceptions as the rules have them for that day,
 * while it was active. Half-open, in epoch minutes.
 */
export async function partsServed(tx: Read, officeId: number, date: Temporal.PlainDate): Promise<Interval[]> {
  const day = localDay(date);
  const queues = await everyQueue(tx, officeId, date);
  const active = activeParts(queues, await queueChanges(tx, officeId, date, instantOf(day.from)), day);
  const facts = { ...(await factsOfOffice(tx, { id: officeId }, date, date)), queues: queues.map(everOffered) };
  return queueDays(facts, day).flatMap((queueDay) => {
    const pauses = subtract(day, active.get(queueDay.queue.number) ?? []);
    return openParts(queueDay).flatMap((part) => subtract(part, pauses));
  });
}

const everOffered = ({ number, slotMinutes }: Awaited<ReturnType<typeof everyQueue>>[number]) => ({
  number,
  slotMinutes,
  active: true,
  public: true,
});
