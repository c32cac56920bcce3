import { minuteOf } from "../../../../kit/dates.ts";
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

/** Where the times of an appointment that gets another place begin: with its own day, unless that is over. */
export const nearItsTime = ({ date, time }: Moment, now: Moment) => ({
  near: { date, time },
  from: date > now.date ? date : now.date,
});

/** The preferred places that are still to be had, then the first free ones. */
export function firstTimes(days: Days, from: Moment, preferred: readonly Slot[] = [], count = CHOICES): Slot[] {
  const firsts = freeFrom(days, from, preferred).slice(0, count);
  return [...preferred, ...firsts].slice(0, count);
}

/**
 * The same for whoever gets another place: of their own day the nearest times, before or after it, then the next days from
 * their morning. Behind the preferred ones in the order of time.
 */
export function nearTimes(days: Days, near: Moment, from: Moment, preferred: readonly Slot[] = []): Slot[] {
  const distance = ({ time }: Slot): number => Math.abs(minuteOf(time) - minuteOf(near.time));
  const free = freeFrom(days, from, preferred);
  const ofDay = free.filter(({ date }) => date === near.date).toSorted((one, other) => distance(one) - distance(other));
  const others = [...ofDay, ...free.filter(({ date }) => date > near.date)].slice(0, CHOICES - preferred.length);
  return [...preferred, ...others.toSorted(byTime)];
}

const freeFrom = (days: Days, from: Moment, preferred: readonly Slot[]): Slot[] =>
  slotsOf(days).filter((slot) => isAtOrAfter(slot, from) && !preferred.some((place) => isSamePlace(place, slot)));

/** One choice for each free time: its first queue. */
const slotsOf = (days: Days): Slot[] =>
  days.flatMap(({ date, times }) =>
    times.flatMap(({ time, queues: [queue] }) => (queue === undefined ? [] : [{ date, time, queue }])),
  );

export const byTime = (one: Slot, other: Slot): number => (slotMoment(one) < slotMoment(other) ? -1 : 1);

export const slotMoment = ({ date, time }: Slot): string => `${date} ${time}`;

const isAtOrAfter = (slot: Slot, from: Moment): boolean =>
  slot.date > from.date || (slot.date === from.date && slot.time >= from.time);

export function isOffered(days: Days, place: Slot): boolean {
  const offered = days.find(({ date }) => date === place.date)?.times.find(({ time }) => time === place.time);
  return offered?.queues.includes(place.queue) === true;
}
