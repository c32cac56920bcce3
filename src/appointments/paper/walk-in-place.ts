import type { Facts } from "../../availability/facts.ts";
import { freeStarts, openParts, queueDays, visitMinutes } from "../../availability/queue-day.ts";
import type { Interval, LocalDay } from "../../platform/time.ts";
import type { Place } from "../place/offer.ts";

/** Where a visit without an appointment stands in the plan, once it is over. Pure; epoch minutes. */

export interface PastVisit extends Interval {
  /** Of its service here; it took no longer than from its coming to its end */
  readonly serviceMinutes: number;
}

interface Looking {
  readonly facts: Facts;
  readonly day: LocalDay;
  readonly nowMinute: number;
}

/** What was free then: in one of one's own queues, else in any; the slot that was running, or the first one after it. */
export function placeThen(looking: Looking, visit: PastVisit, own: readonly number[]): Place | null {
  const then = begunPlaces(looking, visit).filter(
    ({ place, slotMinutes }) => place.visit.from < visit.to && place.visit.from + slotMinutes > visit.from,
  );
  const isOwn = ({ place }: FreePlace): boolean => own.includes(place.queue);
  return (then.find(isOwn) ?? then[0])?.place ?? null;
}

/** What else is free for it that day, the nearest first. */
export const placesNear = (looking: Looking, visit: PastVisit): Place[] =>
  begunPlaces(looking, visit)
    .map(({ place }) => place)
    .sort((a, b) => Math.abs(a.visit.from - visit.from) - Math.abs(b.visit.from - visit.from));

/** When the first queue begins to serve that day, whoever has its places; null: none does. */
export function beginOfPlaces({ facts, day }: Looking): number | null {
  const begins = queueDays(facts, day)
    .filter(({ queue }) => queue.active)
    .flatMap((queueDay) => openParts(queueDay).map(({ from }) => from));
  return begins.length > 0 ? Math.min(...begins) : null;
}

interface FreePlace {
  readonly place: Place;
  readonly slotMinutes: number;
}

/** Free ones that have begun, by time and number of the queue. */
function begunPlaces({ facts, day, nowMinute }: Looking, visit: PastVisit): FreePlace[] {
  const minutes = Math.min(visit.serviceMinutes, visit.to - visit.from);
  return queueDays(facts, day)
    .flatMap((queueDay) => {
      const { number: queue, slotMinutes } = queueDay.queue;
      const length = visitMinutes(slotMinutes, minutes);
      return freeStarts(queueDay, day, minutes)
        .filter((from) => from <= nowMinute)
        .map((from) => ({ place: { queue, visit: { from, to: from + length } }, slotMinutes }));
    })
    .sort((a, b) => a.place.visit.from - b.place.visit.from || a.place.queue - b.place.queue);
}
