import { APPOINTMENT_FIELDS } from "../../appointments/field/fields.ts";
import { mondayOf } from "../../kit/weeks-range.ts";
import type { HowItWent, Share } from "../contract.ts";
import { addedUp, countUpTo, sum, totalOf, type ValueCounts } from "../counts.ts";
import { COMPLETE_SHARE, DAYS_NEEDED } from "../wait-estimate.ts";
import { halfHoursOf, peakOf, peaksOf, seatsOf } from "./crowd.ts";
import { type CountedDay, countsOfDay, type FigureMeasure, isOpenDay } from "./day-figures.ts";
import { spreadOf } from "./spread.ts";

/** What weeks of an office come to, each figure with what it is of. Pure; docs/decisions/0060-figures-of-weeks.md. */

/** An appointment has begun in time within so many minutes */
export const ON_TIME_MINUTES = 10;
/** Days from booking to the visit: the first and the last of each band, both included */
export const LEAD_BANDS = [
  { from: 0, to: 0 },
  { from: 1, to: 2 },
  { from: 3, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: null },
] as const;

/** What is made of the days, beside the weeks that they are of and the names of services. */
export type Figures = Omit<HowItWent, "from" | "to" | "services" | "changes" | "promises">;

/**
 * @param all in any order; days on which the office was closed count for nothing
 * @param seats for those who wait; null: nobody has said
 */
export function figuresOf(all: readonly CountedDay[], seats: number | null): Figures {
  const days = all.filter(isOpenDay);
  const counts = (measure: FigureMeasure, ofClass?: string): ValueCounts =>
    addedUp(days.flatMap((day) => countsOfDay(day, measure, ofClass)));
  const completeness = completenessOf(days);
  const peaks = peaksOf(days, seats);
  const waits = counts("wait", "appointment");
  const left = totalOf(counts("left"));
  const turnedAway = totalOf(counts("turned-away"));
  return {
    days: days.length,
    reliability: reliabilityOf(days.filter((day) => day.completeness.visits > 0).length, completeness),
    completeness,
    onTime: { count: countUpTo(waits, ON_TIME_MINUTES), of: totalOf(waits) + totalOf(counts("left", "appointment")) },
    waits: {
      appointment: spreadOf(waits),
      lateAppointment: spreadOf(counts("wait", "late-appointment")),
      walkIn: spreadOf(counts("wait", "walk-in")),
    },
    left,
    turnedAway,
    arrivals: completeness.of + left + turnedAway,
    noShows: noShowsOf(days, counts),
    capacity: capacityOfWeeks(days),
    peak: peakOf(days),
    peaks,
    seats: seatsOf(peaks, seats),
    halfHours: halfHoursOf(days),
    thirdFree: thirdFreeOf(all),
  };
}

function completenessOf(days: readonly CountedDay[]): Figures["completeness"] {
  const weeks = Map.groupBy(days, ({ date }) => mondayOf(date));
  const all = (of: keyof CountedDay["completeness"], those = days) =>
    sum(those.map((day) => day.completeness[of] ?? 0));
  return {
    count: all("complete"),
    of: all("visits"),
    weeks: [...weeks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([monday, those]) => ({ monday, complete: all("complete", those), visits: all("visits", those) })),
    notStarted: all("notStarted"),
    notCompleted: all("notCompleted"),
    atOnce: all("atOnce"),
    fromPaper: all("fromPaper"),
  };
}

/** @param days on which anybody came */
function reliabilityOf(days: number, { count, of }: Share): Figures["reliability"] {
  if (days < DAYS_NEEDED) return "few-days";
  return count < COMPLETE_SHARE * of ? "incomplete" : "reliable";
}

function noShowsOf(
  days: readonly CountedDay[],
  counts: (measure: FigureMeasure, ofClass?: string) => ValueCounts,
): Figures["noShows"] {
  const [missed, came] = [counts("no-show"), counts("came")];
  const within = (of: ValueCounts, { from, to }: (typeof LEAD_BANDS)[number]) =>
    countUpTo(of, to ?? Number.POSITIVE_INFINITY) - countUpTo(of, from - 1);
  return {
    all: { count: totalOf(missed), of: totalOf(missed) + totalOf(came) },
    byLead: LEAD_BANDS.map((band) => ({
      ...band,
      count: within(missed, band),
      of: within(missed, band) + within(came, band),
    })),
    byChannel: APPOINTMENT_FIELDS.channel.choices
      .map((channel) => {
        const count = totalOf(counts("no-show", channel));
        return { channel, count, of: count + totalOf(counts("came", channel)) };
      })
      .filter(({ of }) => of > 0),
    unresolved: sum(days.map(({ completeness }) => completeness.unresolved)),
  };
}

function capacityOfWeeks(days: readonly CountedDay[]): Figures["capacity"] {
  const counted = days.flatMap(({ capacity }) => capacity ?? []);
  const overtimes = counted.flatMap(({ overtimeMinutes }) => overtimeMinutes ?? []);
  return {
    openMinutes: sum(counted.map(({ openMinutes }) => openMinutes)),
    bookedMinutes: sum(counted.map(({ bookedMinutes }) => bookedMinutes)),
    servedMinutes: sum(counted.map(({ servedMinutes }) => servedMinutes)),
    overtime: spreadOf(addedUp(overtimes.map((minutes) => ({ [minutes]: 1 })))),
    tickets: sum(counted.map(({ tickets }) => tickets)),
    days: counted.length,
  };
}

/** A night in which nothing was free is longer than any other: it counts as the last. */
function thirdFreeOf(days: readonly CountedDay[]): Figures["thirdFree"] {
  const nights = days.flatMap(({ thirdFreeDays }) => (thirdFreeDays === undefined ? [] : [thirdFreeDays]));
  const { median, nineOfTen, count } = spreadOf(
    addedUp(nights.map((ahead) => ({ [ahead ?? Number.POSITIVE_INFINITY]: 1 }))),
  );
  const within = (ahead: number | null) => (ahead === Number.POSITIVE_INFINITY ? null : ahead);
  return {
    count,
    median: within(median),
    nineOfTen: within(nineOfTen),
    none: nights.filter((ahead) => ahead === null).length,
  };
}
