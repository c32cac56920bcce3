import { APPOINTMENT_FIELDS } from "../../appointments/field/fields.ts";
import type { HowItWent, Share } from "../contract.ts";
import { addedUp, countUpTo, sum, totalOf, type ValueCounts } from "../counts.ts";
import { COMPLETE_SHARE, DAYS_NEEDED } from "../wait-estimate.ts";
import { halfHoursOf, peakOf, peaksOf, seatsOf } from "./crowd.ts";
import type { FigureMeasure } from "./day-figures.ts";
import { spreadOf } from "./spread.ts";
import { countsOfWeeks, type OfficeWeekCounts } from "./week-counts.ts";

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

/** What is made of the counts, beside the weeks that they are of and the names of services. */
export type Figures = Omit<HowItWent, "from" | "to" | "services" | "changes" | "promises">;

type CountsOf = (measure: FigureMeasure, ofClass?: string) => ValueCounts;

/**
 * @param weeks in their order; days on which the office was closed count for nothing
 * @param seats for those who wait; null: nobody has said
 */
export function figuresOf(weeks: readonly OfficeWeekCounts[], seats: number | null): Figures {
  const counts: CountsOf = (measure, ofClass) => countsOfWeeks(weeks, measure, ofClass);
  const completeness = completenessOf(weeks);
  const crowds = weeks.flatMap((week) => week.crowds);
  const peaks = peaksOf(crowds, seats);
  const waits = counts("wait", "appointment");
  const left = totalOf(counts("left"));
  const turnedAway = totalOf(counts("turned-away"));
  return {
    days: sum(weeks.map(({ days }) => days)),
    reliability: reliabilityOf(sum(weeks.map(({ recordedDays }) => recordedDays)), completeness),
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
    noShows: noShowsOf(weeks, counts),
    capacity: capacityOf(weeks),
    peak: peakOf(peaks),
    peaks,
    seats: seatsOf(peaks, seats),
    halfHours: halfHoursOf(crowds),
    thirdFree: thirdFreeOf(weeks),
  };
}

function completenessOf(weeks: readonly OfficeWeekCounts[]): Figures["completeness"] {
  const all = (of: keyof OfficeWeekCounts["completeness"]) => sum(weeks.map(({ completeness }) => completeness[of]));
  return {
    count: all("complete"),
    of: all("visits"),
    weeks: weeks
      .filter(({ days }) => days > 0)
      .map(({ monday, completeness: { complete, visits } }) => ({ monday, complete, visits })),
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

function noShowsOf(weeks: readonly OfficeWeekCounts[], counts: CountsOf): Figures["noShows"] {
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
    unresolved: sum(weeks.map(({ completeness }) => completeness.unresolved)),
  };
}

function capacityOf(weeks: readonly OfficeWeekCounts[]): Figures["capacity"] {
  const all = (of: "openMinutes" | "bookedMinutes" | "servedMinutes" | "tickets" | "days") =>
    sum(weeks.map(({ capacity }) => capacity[of]));
  return {
    openMinutes: all("openMinutes"),
    bookedMinutes: all("bookedMinutes"),
    servedMinutes: all("servedMinutes"),
    overtime: spreadOf(addedUp(weeks.map(({ capacity }) => capacity.overtime))),
    tickets: all("tickets"),
    days: all("days"),
  };
}

/** A night in which nothing was free is longer than any other: it counts as the last. */
function thirdFreeOf(weeks: readonly OfficeWeekCounts[]): Figures["thirdFree"] {
  const none = sum(weeks.map(({ thirdFree }) => thirdFree.none));
  const { median, nineOfTen, count } = spreadOf(
    addedUp([...weeks.map(({ thirdFree }) => thirdFree.days), { [Number.POSITIVE_INFINITY]: none }]),
  );
  const within = (ahead: number | null) => (ahead === Number.POSITIVE_INFINITY ? null : ahead);
  return { count, median: within(median), nineOfTen: within(nineOfTen), none };
}
