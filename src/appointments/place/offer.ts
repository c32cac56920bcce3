import { daysFrom, factsByDay } from "../../availability/by-day.ts";
import type { Facts } from "../../availability/facts.ts";
import {
  freeStarts,
  type NotOffered,
  type QueueDay,
  queueDays,
  refusalOf,
  takes,
  visitMinutes,
} from "../../availability/queue-day.ts";
import { clockText, type Interval, type LocalDay, localDay, minuteOfDay } from "../../platform/time.ts";
import type { Alternative, Availability, Channel } from "../contract.ts";

/** What staff may book. Pure: facts and the clock in, times out. */

export interface OfferWish {
  readonly date: Temporal.PlainDate;
  readonly time: string;
  /** null: any queue */
  readonly queue: number | null;
  /** Of any queue only these, in this order */
  readonly among?: readonly number[] | undefined;
  readonly minutes: number;
}

export type Place = { readonly queue: number; readonly visit: Interval };
export type Placement = Place | { readonly refused: NotOffered | { readonly why: "slot-past" | "queue-not-found" } };

/** A citizen at the counter may have the slot that is running. */
export const isPast = (visit: Interval, channel: Channel, nowMinute: number): boolean =>
  channel === "in-person" ? visit.to <= nowMinute : visit.from < nowMinute;

/**
 * The place for a wish; of any queue the first of those that are named, or else the least loaded that day, then the lowest
 * number, so that staff can predict it.
 */
export function placeFor(facts: Facts, wish: OfferWish, channel: Channel, nowMinute: number): Placement {
  const day = localDay(wish.date);
  const from = day.at(minuteOfDay(wish.time));
  const all = queueDays(facts, day);
  const isOnline = channel === "online";
  const wished =
    wish.queue === null
      ? ofAny(
          all.filter(({ queue }) => takes(queue, isOnline)),
          wish.among,
        )
      : all.filter(({ queue }) => queue.number === wish.queue);
  if (wished.length === 0) return { refused: { why: wish.queue === null ? "queue-inactive" : "queue-not-found" } };
  const tries = wished.map((queueDay) => attempt(queueDay, from));
  return tries.find((placement) => "queue" in placement) ?? tries.find(isTaken) ?? (tries[0] as Placement);

  function attempt(queueDay: QueueDay, start: number): Placement {
    const visit = { from: start, to: start + visitMinutes(queueDay.queue.slotMinutes, wish.minutes) };
    if (isPast(visit, channel, nowMinute)) return { refused: { why: "slot-past" } };
    const refused =
      day.minuteOf(start) === minuteOfDay(wish.time)
        ? refusalOf(queueDay, day, { ...visit, isOnline })
        : { why: "slot-closed" as const };
    return refused ? { refused } : { queue: queueDay.queue.number, visit };
  }
}

const byLoad = (days: QueueDay[]): QueueDay[] =>
  days.sort((a, b) => a.taken.length - b.taken.length || a.queue.number - b.queue.number);

const ofAny = (days: QueueDay[], among: OfferWish["among"]): QueueDay[] =>
  among ? [...new Set(among)].flatMap((number) => days.filter(({ queue }) => queue.number === number)) : byLoad(days);

const isTaken = (placement: Placement): boolean => "refused" in placement && placement.refused.why === "slot-taken";

interface SoughtOnDay {
  /** null: as many as a slot of the queue has */
  readonly minutes: number | null;
  readonly nowMinute: number;
  readonly channel?: Channel | undefined;
}

interface Sought extends SoughtOnDay {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** Free starts still to come from `first` to `last`, by time, each with the queues that offer it. */
export function freeTimes(facts: Facts, { first, last, ...sought }: Sought): FreeDay[] {
  const days = daysFrom(first, first.until(last, { largestUnit: "day" }).days + 1);
  return factsByDay(facts, days).map((ofDay, index) => freeDay(ofDay, days[index] as LocalDay, sought));
}

type FreeDay = Availability["days"][number];

function freeDay(facts: Facts, day: LocalDay, { minutes, nowMinute, channel = "phone" }: SoughtOnDay): FreeDay {
  const queues = new Map<number, number[]>();
  for (const queueDay of queueDays(facts, day)) {
    const { number, slotMinutes } = queueDay.queue;
    if (!takes(queueDay.queue, channel === "online")) continue;
    for (const start of freeStarts(queueDay, day, minutes ?? slotMinutes)) {
      const visit = { from: start, to: start + visitMinutes(slotMinutes, minutes ?? slotMinutes) };
      if (isPast(visit, channel, nowMinute)) continue;
      const offering = queues.get(start);
      if (offering) offering.push(number);
      else queues.set(start, [number]);
    }
  }
  const times = [...queues].sort(([a], [b]) => a - b);
  return {
    date: day.date.toString(),
    times: times.map(([start, offered]) => ({ time: clockText(day.minuteOf(start)), queues: offered })),
  };
}

/** The free places nearest in time to what was wished, earlier ones too, at most `count`. */
export function nearest(days: readonly FreeDay[], wish: OfferWish, count: number): Alternative[] {
  const wishedAt = localDay(wish.date).at(minuteOfDay(wish.time));
  const places = days.flatMap(({ date, times }) => {
    const day = localDay(Temporal.PlainDate.from(date));
    return times.map(({ time, queues }) => ({
      distance: Math.abs(day.at(minuteOfDay(time)) - wishedAt),
      place: {
        date,
        time,
        queue: wish.queue !== null && queues.includes(wish.queue) ? wish.queue : (queues[0] as number),
      },
    }));
  });
  return places
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ place }) => place);
}
