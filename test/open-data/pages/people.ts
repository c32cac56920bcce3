import type { OutcomeGroup } from "../../../src/measures/outcomes/outcomes.ts";
import type { Draw } from "../truth.ts";

/** People who came to an invented office without an appointment and were served, one by one. */
export interface Person {
  /** ISO text */
  readonly date: string;
  /** In which they began to wait */
  readonly hour: number;
  readonly minutes: number;
  readonly group: OutcomeGroup;
}

/** Five months that are published, of which the first and the last day are both included */
export const FIRST = "2026-06-01";
export const LAST = "2026-10-31";

const start = Temporal.PlainDate.from(FIRST);
export const DATES: readonly string[] = Array.from(
  { length: start.until(LAST, { largestUnit: "day" }).days + 1 },
  (_, index) => start.add({ days: index }).toString(),
);
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

type Story = (draw: Draw) => Person[];

const whole = (draw: Draw, least: number, most: number): number => least + Math.floor(draw() * (most - least + 1));
const some = (date: string, hour: number, count: number, minutesOf: () => number = () => 4): Person[] =>
  Array.from({ length: count }, () => ({ date, hour, minutes: minutesOf(), group: "certificates" as const }));

/** On working days, in some hours, between so few and so many, of whom some wait long. */
const usual =
  (hours: readonly number[], [least, most]: readonly [number, number], isLong: number): Story =>
  (draw) =>
    DATES.filter((date) => weekdayOf(date) < 6).flatMap((date) =>
      hours.flatMap((hour) =>
        some(date, hour, whole(draw, least, most), () => (draw() < isLong ? whole(draw, 31, 90) : whole(draw, 0, 30))),
      ),
    );

/** As many as a rounded figure may hide at its upper end, so that nobody else could be there. @param counts by month, on its dates in turn */
const atEdge = (counts: Readonly<Record<string, number>>, isDay: (date: string) => boolean, hour: number): Person[] =>
  Object.entries(counts).flatMap(([month, count]) => {
    const dates = DATES.filter((date) => date.startsWith(month) && isDay(date));
    return Array.from({ length: count }, (_, index) => some(dates[index % dates.length] as string, hour, 1)).flat();
  });

const isWorkday = (date: string): boolean => weekdayOf(date) < 6;
const isBetween = (first: string, last: string) => (date: string) => first <= date && date <= last;
const isTuesday = (date: string): boolean => weekdayOf(date) === 2;
/** Eight weeks, within two months */
const isInWindow = (date: string) => isBetween("2026-09-01", "2026-10-26")(date) && isWorkday(date);

export const STORIES: Readonly<Record<string, Story>> = {
  "one counter": usual([9, 10, 11], [0, 2], 0.1),
  "one counter where many wait long": usual([9, 10, 11], [0, 2], 0.4),
  "each weekday by itself": usual([9, 10, 11], [2, 5], 0.1),
  "each weekday but one by itself": (draw) =>
    usual([9, 10, 11], [2, 5], 0.3)(draw).filter(({ date }) => weekdayOf(date) !== 5 || draw() < 0.3),
  "somebody now and then, beside an hour of many": (draw) => [
    ...usual([10], [1, 3], 0.1)(draw),
    ...DATES.filter((date) => isWorkday(date) && draw() < 0.05).flatMap((date) => some(date, whole(draw, 12, 14), 1)),
  ],
  "many on Tuesdays, and now and then somebody on another day": (draw) => [
    ...DATES.filter(isTuesday).flatMap((date) => some(date, 10, whole(draw, 2, 5))),
    ...DATES.filter((date) => weekdayOf(date) !== 2 && draw() < 0.03).flatMap((date) => some(date, 10, 1)),
  ],
  "hours of thirty, and of one": () => [
    ...atEdge({ "2026-09": 15, "2026-10": 15 }, isInWindow, 10),
    ...[11, 12].flatMap((hour) => some("2026-09-08", hour, 1)),
    ...[13, 14].flatMap((hour) => some("2026-10-08", hour, 1)),
  ],
  "thirty on Tuesdays, and one on a Saturday": () => [
    ...atEdge({ "2026-08": 7, "2026-09": 12, "2026-10": 11 }, (date) => isTuesday(date) && date < "2026-10-26", 10),
    ...some("2026-10-10", 10, 1),
  ],
  "one a day, now thirty in eight weeks and now twenty-nine": (draw) => {
    const came: boolean[] = [];
    for (const index of DATES.keys()) {
      const before = came[index - 56];
      const isSame = index % 56 < 5;
      came.push(before === undefined ? isSame || index % 2 === 0 : before === isSame);
    }
    return DATES.flatMap((date, index) => (came[index] || draw() < 0.02 ? some(date, 10, 1) : []));
  },
  "four who waited over an hour": () => [
    ...atEdge({ "2026-09": 14, "2026-10": 12 }, isInWindow, 10),
    ...some("2026-10-08", 10, 4, () => 75),
  ],
};
