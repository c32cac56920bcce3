import type { Facts } from "../availability/facts.ts";
import { freeStarts, type QueueDay, queueDays, takes, visitMinutes } from "../availability/queue-day.ts";
import { type Interval, type LocalDay, localDay } from "../platform/time.ts";
import type { Visit } from "./affected.ts";

export interface Place {
  readonly queue: number;
  readonly visit: Interval;
}

interface DayOfPlaces {
  readonly day: LocalDay;
  readonly queues: readonly (QueueDay & { readonly taken: Interval[] })[];
}

/** The free places under the new rules, of which each can be given once. */
export interface Places {
  /**
   * Where this one may go on a date, online appointments only into public queues, and whom nobody can tell never earlier:
   * she comes at the old time. In no order
   */
  of(visit: Visit, date: Temporal.PlainDate): Place[];
  take(place: Place, date: Temporal.PlainDate): void;
}

/** Facts, and the dates of which they tell, both included. */
export interface Known {
  readonly facts: Facts;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/**
 * Of other dates than the facts tell of, none: what closes or takes them is not known.
 * @param earliest epoch minute before which no place is given
 */
export function placesIn({ facts, first, last }: Known, earliest: number): Places {
  const days = new Map<string, DayOfPlaces>();
  const dayOn = (date: Temporal.PlainDate): DayOfPlaces => {
    const known = days.get(date.toString());
    if (known) return known;
    const day = localDay(date);
    const queues = queueDays(facts, day).map((queueDay) => ({ ...queueDay, taken: [...queueDay.taken] }));
    days.set(date.toString(), { day, queues });
    return { day, queues };
  };
  return {
    of: (visit, date) => {
      const since = visit.hasPhone || visit.hasEmail ? earliest : Math.max(earliest, visit.from);
      if (Temporal.PlainDate.compare(date, first) < 0 || Temporal.PlainDate.compare(date, last) > 0) return [];
      const { day, queues } = dayOn(date);
      return queues
        .filter(({ queue }) => takes(queue, visit.isOnline))
        .flatMap((queueDay) => {
          const length = visitMinutes(queueDay.queue.slotMinutes, visit.minutes);
          return freeStarts(queueDay, day, visit.minutes)
            .filter((from) => from >= since)
            .map((from) => ({ queue: queueDay.queue.number, visit: { from, to: from + length } }));
        });
    },
    take: ({ queue, visit }, date) => {
      dayOn(date)
        .queues.find((queueDay) => queueDay.queue.number === queue)
        ?.taken.push(visit);
    },
  };
}
