import { mondayOf } from "../../kit/weeks-range.ts";
import { addedUp, howOften, sum, type ValueCounts } from "../counts.ts";
import type { HalfHours } from "../histograms.ts";
import { type CountedDay, countsOfDay, FIGURE_MEASURES, type FigureMeasure, isOpenDay } from "./day-figures.ts";

/**
 * What the days of one week come to where figures need no more than their sum, as JSON: each night keeps it of closed weeks,
 * so that a page of them adds up weeks and not half-hours. Pure.
 */
export interface OfficeWeekCounts {
  /** ISO text */
  readonly monday: string;
  /** On which the office was open, or anybody came or was to come */
  readonly days: number;
  /** On which anybody came */
  readonly recordedDays: number;
  readonly completeness: Readonly<Record<(typeof COMPLETENESS)[number], number>>;
  readonly measures: readonly {
    readonly measure: FigureMeasure;
    readonly class: string;
    readonly counts: ValueCounts;
  }[];
  readonly capacity: Readonly<Record<(typeof CAPACITY)[number], number>> & {
    /** Of which it was counted */
    readonly days: number;
    readonly overtime: ValueCounts;
  };
  readonly thirdFree: {
    readonly days: ValueCounts;
    /** Nights in which nothing was free */
    readonly none: number;
  };
  readonly crowds: readonly DayCrowd[];
  readonly services: Readonly<Record<string, ValueCounts>>;
}

const COMPLETENESS = [
  "visits",
  "complete",
  "fromPaper",
  "unresolved",
  "notStarted",
  "notCompleted",
  "atOnce",
] as const satisfies (keyof CountedDay["completeness"])[];
const CAPACITY = ["openMinutes", "bookedMinutes", "servedMinutes", "tickets"] as const satisfies (keyof NonNullable<
  CountedDay["capacity"]
>)[];
const MINUTES = 30;

/** How many waited at once on a day. */
export interface DayCrowd {
  /** ISO text */
  readonly date: string;
  /** People → minutes in which so many waited */
  readonly people: ValueCounts;
  /** Half-hour of the day, where anybody waited → the mean of its minutes, rounded */
  readonly means: ValueCounts;
}

/** @param days in any order */
export const weekCountsOf = (days: readonly CountedDay[]): OfficeWeekCounts[] =>
  [...Map.groupBy(days, ({ date }) => mondayOf(date))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, those]) =>
      countsOfWeek(
        monday,
        those.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      ),
    );

function countsOfWeek(monday: string, all: readonly CountedDay[]): OfficeWeekCounts {
  const days = all.filter(isOpenDay);
  return {
    monday,
    days: days.length,
    recordedDays: days.filter(({ completeness }) => completeness.visits > 0).length,
    completeness: sumsOf(
      COMPLETENESS,
      days.map(({ completeness }) => completeness),
    ),
    measures: measuresOfWeek(days),
    capacity: capacityOfWeek(days),
    thirdFree: thirdFreeOfWeek(all),
    crowds: days.map(crowdOf),
    services: servicesOfWeek(days),
  };
}

const sumsOf = <Field extends string>(
  fields: readonly Field[],
  each: readonly Readonly<Record<Field, number | null>>[],
): Record<Field, number> =>
  Object.fromEntries(fields.map((field) => [field, sum(each.map((one) => one[field] ?? 0))])) as Record<Field, number>;

/** Of the crowd the days apart are enough. */
function measuresOfWeek(days: readonly CountedDay[]): OfficeWeekCounts["measures"] {
  const classes = (of: FigureMeasure) =>
    new Set(days.flatMap(({ measures }) => measures.filter(({ measure }) => measure === of).map((one) => one.class)));
  return FIGURE_MEASURES.filter((measure) => measure !== "crowd").flatMap((measure) =>
    [...classes(measure)].sort().map((ofClass) => ({
      measure,
      class: ofClass,
      counts: addedUp(days.flatMap((day) => countsOfDay(day, measure, ofClass))),
    })),
  );
}

function capacityOfWeek(days: readonly CountedDay[]): OfficeWeekCounts["capacity"] {
  const counted = days.flatMap(({ capacity }) => capacity ?? []);
  return {
    ...sumsOf(CAPACITY, counted),
    days: counted.length,
    overtime: howOften(counted.flatMap(({ overtimeMinutes }) => overtimeMinutes ?? [])),
  };
}

/** Also of nights after a day on which it was closed. */
function thirdFreeOfWeek(days: readonly CountedDay[]): OfficeWeekCounts["thirdFree"] {
  const nights = days.flatMap(({ thirdFreeDays }) => (thirdFreeDays === undefined ? [] : [thirdFreeDays]));
  const found = nights.filter((ahead) => ahead !== null);
  return { days: howOften(found), none: nights.length - found.length };
}

function crowdOf(day: CountedDay): DayCrowd {
  const halfHours = day.measures.find(({ measure }) => measure === "crowd")?.halfHours ?? {};
  return { date: day.date, people: addedUp(countsOfDay(day, "crowd")), means: meansOf(halfHours) };
}

/** Over the whole half-hour: in its other minutes nobody waited. */
const meansOf = (halfHours: HalfHours): ValueCounts =>
  Object.fromEntries(
    Object.entries(halfHours).map(([halfHour, counts]) => [
      halfHour,
      Math.round(sum(Object.entries(counts).map(([people, minutes]) => Number(people) * minutes)) / MINUTES),
    ]),
  );

function servicesOfWeek(days: readonly CountedDay[]): OfficeWeekCounts["services"] {
  const byCode = Map.groupBy(
    days.flatMap(({ services }) => services),
    ({ service }) => service,
  );
  return Object.fromEntries([...byCode].map(([code, each]) => [code, addedUp(each.map(({ minutes }) => minutes))]));
}

/** All weeks of a measure of some class; without a class of all of them. */
export const countsOfWeeks = (
  weeks: readonly OfficeWeekCounts[],
  measure: FigureMeasure,
  ofClass?: string,
): ValueCounts =>
  addedUp(
    weeks.flatMap(({ measures }) =>
      measures
        .filter((one) => one.measure === measure && (ofClass === undefined || one.class === ofClass))
        .map(({ counts }) => counts),
    ),
  );
