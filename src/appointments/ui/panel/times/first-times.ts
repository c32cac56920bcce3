import type { Moment } from "../../../acts.ts";
import type { Availability, Channel } from "../../../contract.ts";
import { isSamePlace, type Slot } from "../../plan-marks.ts";

/** Which free times are offered first. Pure: availability in, choices out. */

export const CHOICES = 4;
export const FIRST_TIMES_DAYS = 14;

type Days = Availability["days"];

/** A citizen who calls or writes needs time to come; one at the counter may have the slot that is running. */
export function earliestOffered(now: Moment, leadMinutes: number, channel: Channel): Moment {
  if (channel === "in-person") return { date: now.date, time: "00:00" };
  const from = Temporal.PlainDateTime.from(`${now.date}T${now.time}`).add({ minutes: leadMinutes });
  return { date: from.toPlainDate().toString(), time: from.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** On a day in view that is still to come the list begins with that day; today with the soonest time. */
export const firstOn = (date: string, earliest: Moment): Moment =>
  date > earliest.date ? { date, time: "00:00" } : earliest;

/** The preferred places that are still to be had, then the first free ones. */
export function firstTimes(days: Days, from: Moment, preferred: readonly Slot[] = [], count = CHOICES): Slot[] {
  const firsts = slotsOf(days)
    .filter((slot) => isAtOrAfter(slot, from) && !preferred.some((place) => isSamePlace(place, slot)))
    .slice(0, count);
  return [...preferred, ...firsts].slice(0, count);
}

/** One choice for each free time: its first queue. */
const slotsOf = (days: Days): Slot[] =>
  days.flatMap(({ date, times }) =>
    times.flatMap(({ time, queues: [queue] }) => (queue === undefined ? [] : [{ date, time, queue }])),
  );

const isAtOrAfter = (slot: Slot, from: Moment): boolean =>
  slot.date > from.date || (slot.date === from.date && slot.time >= from.time);

export function isOffered(days: Days, place: Slot): boolean {
  const offered = days.find(({ date }) => date === place.date)?.times.find(({ time }) => time === place.time);
  return offered?.queues.includes(place.queue) === true;
}
