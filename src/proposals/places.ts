import type { Place } from "../appointments/place/offer.ts";
import { daysFrom, factsByDay, indexAt } from "../availability/by-day.ts";
import type { Facts } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import { freeStarts, type QueueDay, queueDays, takes, visitMinutes } from "../availability/queue-day.ts";
import type { Interval, LocalDay } from "../platform/time.ts";
import type { ConcernedVisit } from "./affected.ts";

/** The free places under the new rules, of which each can be given once. */
export interface Places {
  /** Those that the facts tell of, one after the other: what closes or takes others is not known */
  readonly days: readonly LocalDay[];
  /** Which of the days a minute is of; of none: -1 or their number */
  indexOf(minute: number): number;
  /**
   * Where this one may go on a day, online appointments only into public queues, and never earlier for a
   * citizen whom nobody can tell: that one comes at the old time. In no order
   */
  of(visit: ConcernedVisit, index: number): Place[];
  take(place: Place): void;
}

/** Facts, and the dates of which they tell, both included. */
export interface FactsOfDates {
  readonly facts: Facts;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** @param earliest epoch minute before which no place is given */
export function placesIn({ facts, first, last }: FactsOfDates, earliest: number): Places {
  const days = daysFrom(first, first.until(last, { largestUnit: "day" }).days + 1);
  const known = factsByDay(facts, days);
  const queues = new Map<number, readonly PlacesOfQueue[]>();
  const queuesOn = (index: number): readonly PlacesOfQueue[] => {
    const [ofDay, day] = [known[index], days[index]];
    if (!ofDay || !day) return [];
    const found = queues.get(index) ?? queueDays(ofDay, day).map((queueDay) => placesOfQueue(queueDay, day));
    queues.set(index, found);
    return found;
  };
  const indexOf = (minute: number) => indexAt(days, minute);
  return {
    days,
    indexOf,
    of: (visit, index) => {
      const since = visit.hasPhone || visit.hasEmail ? earliest : Math.max(earliest, visit.from);
      return queuesOn(index)
        .filter(({ queue }) => takes(queue, visit.isOnline))
        .flatMap(({ free }) => free(visit.minutes).filter((place) => place.visit.from >= since));
    },
    take: (place) => {
      for (const { queue, take } of queuesOn(indexOf(place.visit.from)))
        if (queue.number === place.queue) take(place.visit);
    },
  };
}

interface PlacesOfQueue extends Pick<QueueDay, "queue"> {
  free(minutes: number): readonly Place[];
  take(visit: Interval): void;
}

/** Found once for each length, for thousands may ask; what is given goes. */
function placesOfQueue(queueDay: QueueDay, day: LocalDay): PlacesOfQueue {
  const { queue } = queueDay;
  const taken = [...queueDay.taken];
  const free = new Map<number, readonly Place[]>();
  return {
    queue,
    free: (minutes) => {
      const length = visitMinutes(queue.slotMinutes, minutes);
      const found =
        free.get(length) ??
        freeStarts({ ...queueDay, taken }, day, minutes).map((from) => ({
          queue: queue.number,
          visit: { from, to: from + length },
        }));
      free.set(length, found);
      return found;
    },
    take: (given) => {
      taken.push(given);
      for (const [length, places] of free) {
        free.set(
          length,
          places.filter(({ visit }) => !overlaps(visit, given)),
        );
      }
    },
  };
}
