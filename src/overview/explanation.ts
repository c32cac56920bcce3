import { factsOfOffice } from "../appointments/place/facts.ts";
import { serviceMinutes } from "../appointments/place/placing.ts";
import { type QueueDay, queueDays, visitMinutes } from "../availability/queue-day.ts";
import { explain } from "../availability/why.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import type { Read } from "../platform/database/sql.ts";
import { clockText, epochMinute, type Interval, type LocalDay, localDay } from "../platform/time.ts";
import type { Explanation } from "./contract.ts";
import { span } from "./span.ts";
import { namedQueues } from "./sql.ts";

/** «Γιατί δεν υπάρχει ώρα;»: each queue's day, part by part, for one service. */
export async function explanationOf(
  tx: Read,
  office: OperableOffice,
  { date, service }: { readonly date: Temporal.PlainDate; readonly service: string },
  now: Temporal.Instant,
): Promise<Explanation> {
  const minutes = await serviceMinutes(tx, office, service.split(","));
  const facts = await factsOfOffice(tx, office, date, date);
  const named = new Map((await namedQueues(tx, office.id, date)).map((queue) => [queue.number, queue]));
  const day = localDay(date);
  const ofQueues = queueDays(facts, day);
  const whole = openingOf(ofQueues, day);
  const visit = { minutes, nowMinute: epochMinute(now) };
  return {
    date: date.toString(),
    service,
    minutes,
    queues: ofQueues.map((queueDay) => ({
      number: queueDay.queue.number,
      name: named.get(queueDay.queue.number)?.name ?? "",
      visitMinutes: visitMinutes(queueDay.queue.slotMinutes, minutes),
      parts: explain(queueDay, day, whole, visit).map(({ why, reason, reasonEn, start, ...part }) => ({
        ...span(part, day),
        why,
        reason,
        reasonEn,
        start: start === null ? null : clockText(day.minuteOf(start)),
      })),
    })),
  };
}

/** From the first queue's beginning to the last one's end; a day on which nobody serves is explained as a whole. */
function openingOf(ofQueues: readonly QueueDay[], day: LocalDay): Interval {
  const hours = ofQueues.filter(({ queue }) => queue.active).flatMap((queueDay) => queueDay.hours);
  if (hours.length === 0) return { from: day.from, to: day.to };
  return { from: Math.min(...hours.map(({ from }) => from)), to: Math.max(...hours.map(({ to }) => to)) };
}
