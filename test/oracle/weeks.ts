import { dayAfter, halfHourAt, weekdayOf } from "./athens.ts";
import { cellsOf, crowdOf } from "./cells.ts";
import type { Course } from "./course.ts";
import type { OfficeDay } from "./office-day.ts";

/** What weeks of an office come to, visit by visit, as docs/decisions/0060 says: nothing is added up beforehand. */

/** The smallest that a share of all does not exceed; null: there are none. */
export function atShare(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.find((_, index) => index + 1 >= share * sorted.length) ?? null;
}

const spread = (values: readonly number[]) => ({
  count: values.length,
  median: atShare(values, 0.5),
  nineOfTen: atShare(values, 0.9),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Begin and end of each band of days, both included. */
const BANDS: readonly (readonly [number, number | null])[] = [
  [0, 0],
  [1, 2],
  [3, 7],
  [8, 14],
  [15, null],
];
const CHANNELS = ["phone", "email", "in-person", "online"];

/**
 * @param all days of the weeks that were counted
 * @param seats those of now; null: nobody has said
 */
export function weeksOf(all: readonly OfficeDay[], seats: number | null) {
  const days = all.filter(isDay);
  const courses = days.flatMap((day) => day.courses);
  const cells = days.flatMap((day) => cellsOf(day.courses));
  const values = (measure: string, ofClass?: string): number[] =>
    cells
      .filter((cell) => cell.measure === measure && (ofClass === undefined || cell.class === ofClass))
      .map(({ value }) => value);
  const total = (of: (day: OfficeDay) => number) => sum(days.map(of));
  const [visits, complete] = [
    total(({ completeness }) => completeness.visits),
    total(({ completeness }) => completeness.complete),
  ];
  const presentInTime = courses.filter(isInTime);
  const left = values("left").length;
  const turnedAway = courses.filter(({ refused }) => refused !== null).length;
  return {
    days: days.length,
    reliability: reliability(days, visits, complete),
    completeness: {
      count: complete,
      of: visits,
      weeks: mondays(days).map((monday) => {
        const those = days.filter(({ date }) => date >= monday && date < dayAfter(monday, 7));
        return {
          monday,
          complete: sum(those.map(({ completeness }) => completeness.complete)),
          visits: sum(those.map(({ completeness }) => completeness.visits)),
        };
      }),
      notStarted: total(({ completeness }) => completeness.notStarted),
      notCompleted: total(({ completeness }) => completeness.notCompleted),
      atOnce: total(({ completeness }) => completeness.atOnce),
      fromPaper: total(({ completeness }) => completeness.fromPaper),
    },
    onTime: { count: presentInTime.filter(isOnTime).length, of: presentInTime.length },
    waits: {
      appointment: spread(values("wait", "appointment")),
      lateAppointment: spread(values("wait", "late-appointment")),
      walkIn: spread(values("wait", "walk-in")),
    },
    left,
    turnedAway,
    arrivals: visits + left + turnedAway,
    noShows: { ...noShows(courses), unresolved: total(({ completeness }) => completeness.unresolved) },
    peak: peak(days),
    ...againstSeats(days, seats),
    halfHours: halfHours(days),
    capacity: capacity(days),
    thirdFree: access(all),
  };
}

/** It was open, or somebody came or was to come. */
const isDay = ({ capacity, courses }: OfficeDay): boolean => capacity.openMinutes > 0 || courses.length > 0;

/** Here by the agreed time, and then either begun or gone again. */
export const isInTime = ({ manner, begun, left, came }: Course): boolean =>
  manner === "appointment" && came !== null && (begun ?? left) !== null;

/** Whole minutes: eleven are too many. */
export const isOnTime = ({ begun, waitsFrom }: Course): boolean =>
  begun !== null && begun - (waitsFrom as number) < 11 * 60;

function reliability(days: readonly OfficeDay[], visits: number, complete: number): string {
  if (days.filter(({ completeness }) => completeness.visits > 0).length < 10) return "few-days";
  return complete * 5 < visits * 4 ? "incomplete" : "reliable";
}

function mondays(days: readonly OfficeDay[]): string[] {
  return [...new Set(days.map(({ date }) => dayAfter(date, 1 - weekdayOf(date))))].sort();
}

function noShows(courses: readonly Course[]) {
  const known = courses.filter(({ appointed, hasCome, isMissed }) => appointed !== null && (hasCome || isMissed));
  const share = (those: readonly Course[]) => ({
    count: those.filter(({ hasCome }) => !hasCome).length,
    of: those.length,
  });
  return {
    all: share(known),
    byLead: BANDS.map(([from, to]) => {
      const those = known.filter((one) => leadOf(one) >= from && leadOf(one) <= (to ?? Number.POSITIVE_INFINITY));
      return { from, to, ...share(those) };
    }),
    byChannel: CHANNELS.map((channel) => ({
      channel,
      ...share(known.filter((one) => one.channel === channel)),
    })).filter(({ of }) => of > 0),
  };
}

const leadOf = (one: Course): number =>
  cellsOf([one]).find(({ measure }) => measure === "came" || measure === "no-show")?.value as number;

function peak(days: readonly OfficeDay[]) {
  const peaks = days.map(({ courses }) => Math.max(0, ...crowdOf(courses).map(({ value }) => value)));
  return { ...spread(peaks), most: peaks.length > 0 ? Math.max(...peaks) : null };
}

/** Each minute in which somebody would have had to stand. */
function againstSeats(days: readonly OfficeDay[], seats: number | null) {
  const peaks = days.map(({ date, courses }) => {
    const waiting = crowdOf(courses).map(({ value }) => value);
    const standing = seats === null ? null : waiting.filter((people) => people > seats).length;
    return { date, most: Math.max(0, ...waiting), minutesAbove: standing };
  });
  const above = peaks.flatMap(({ minutesAbove }) =>
    minutesAbove === null || minutesAbove === 0 ? [] : [minutesAbove],
  );
  return { peaks, seats: seats === null ? null : { count: seats, above: spread(above) } };
}

/** The mean of its thirty minutes on a day, of the weekday's days the median; where anybody ever waited. */
function halfHours(days: readonly OfficeDay[]) {
  const crowds = days.map(({ date, courses }) => ({ weekday: weekdayOf(date), cells: crowdOf(courses) }));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const those = crowds.filter((day) => day.weekday === weekday);
    const found = new Set(those.flatMap(({ cells }) => cells.map(({ at }) => halfHourAt(at))));
    return [...found]
      .sort((a, b) => a - b)
      .map((halfHour) => {
        const means = those.map(({ cells }) => {
          const people = cells.filter(({ at }) => halfHourAt(at) === halfHour).map(({ value }) => value);
          return Math.round(sum(people) / 30);
        });
        return { weekday, halfHour, waiting: atShare(means, 0.5) };
      });
  });
}

function capacity(days: readonly OfficeDay[]) {
  const of = (field: "openMinutes" | "bookedMinutes" | "servedMinutes" | "tickets") =>
    sum(days.map((day) => day.capacity[field]));
  return {
    days: days.length,
    openMinutes: of("openMinutes"),
    bookedMinutes: of("bookedMinutes"),
    servedMinutes: of("servedMinutes"),
    overtime: spread(days.flatMap((day) => day.capacity.overtimeMinutes ?? [])),
    tickets: of("tickets"),
  };
}

/** A night in which nothing was free is longer than any other. */
function access(all: readonly OfficeDay[]) {
  const nights = all.flatMap((day) => (day.thirdFree === undefined ? [] : [day.thirdFree]));
  const { count, median, nineOfTen } = spread(nights.map((days) => days ?? Number.POSITIVE_INFINITY));
  const within = (days: number | null) => (days === Number.POSITIVE_INFINITY ? null : days);
  return {
    count,
    median: within(median),
    nineOfTen: within(nineOfTen),
    none: nights.filter((days) => days === null).length,
  };
}

/** By code the minutes of each service, of all days. */
export function servicesOfWeeks(all: readonly OfficeDay[]) {
  const codes = new Set(all.flatMap(({ services }) => [...services.keys()]));
  return [...codes].map((code) => ({ code, ...spread(all.flatMap(({ services }) => services.get(code) ?? [])) }));
}
