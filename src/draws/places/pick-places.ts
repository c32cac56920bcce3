import type { Facts } from "../../availability/facts.ts";
import { freeStarts, queueDays, refusalOf, visitMinutes } from "../../availability/queue-day.ts";
import { clockText, type Interval, type LocalDay } from "../../platform/time.ts";
import { partAt } from "./parts.ts";

/** Which times of a queue's day a draw gives. Pure; epoch minutes. */

export interface DayOfQueue {
  readonly facts: Facts;
  readonly day: LocalDay;
  readonly queue: number;
  /** Of the service */
  readonly minutes: number;
}

/** Those among the places that a draw has, one after the other, that it may still give: open, and as long as the service is. */
export function openPlaces<Place extends Interval & { readonly queue: number }>(
  places: readonly Place[],
  { facts, day, queue, minutes }: DayOfQueue,
): Place[] {
  const queueDay = queueDays(facts, day).find((each) => each.queue.number === queue);
  if (!queueDay) return [];
  const length = visitMinutes(queueDay.queue.slotMinutes, minutes);
  const free = { ...queueDay, taken: [] };
  return places.filter(
    (place) =>
      place.queue === queue &&
      place.to - place.from === length &&
      refusalOf(free, day, { from: place.from, to: place.to, isOnline: true }) === null,
  );
}

export interface PlaceOfPart {
  readonly visit: Interval;
  readonly part: number;
}

/**
 * The earliest free times of each part of the day, none overlapping another: one that begins late in the morning may reach into noon.
 * @param most by part, from the morning on
 */
export function freePlacesOf(most: readonly number[], { facts, day, queue, minutes }: DayOfQueue): PlaceOfPart[] {
  const queueDay = queueDays(facts, day).find((each) => each.queue.number === queue);
  if (!queueDay?.queue.public) return [];
  const length = visitMinutes(queueDay.queue.slotMinutes, minutes);
  const left = [...most];
  const places: PlaceOfPart[] = [];
  for (const from of freeStarts(queueDay, day, minutes)) {
    const part = partAt(clockText(day.minuteOf(from)));
    if ((left[part] ?? 0) <= 0 || from < (places.at(-1)?.visit.to ?? 0)) continue;
    left[part] = (left[part] as number) - 1;
    places.push({ visit: { from, to: from + length }, part });
  }
  return places;
}
