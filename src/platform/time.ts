import { memoize } from "./memoize.ts";

/** Only this file knows Europe/Athens. Instants travel as epoch minutes where many are compared. */

const ATHENS = "Europe/Athens";
const MINUTES_OF_DAY = 1440;

export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();

/** Half-open, in minutes since the Unix epoch. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** One calendar day in Athens: 1380, 1440 or 1500 minutes long. */
export interface LocalDay extends Interval {
  readonly date: Temporal.PlainDate;
  /** Epoch minute of a local minute of the day (0 … 1440); a time skipped in March moves on, a doubled one is the first. */
  at(minuteOfDay: number): number;
  /** Local minute of the day of an epoch minute within this day. */
  minuteOf(epochMinute: number): number;
}

export function localDay(date: Temporal.PlainDate): LocalDay {
  const midnight = Date.UTC(date.year, date.month - 1, date.day) / 60_000;
  const from = beginning(midnight);
  const to = beginning(midnight + MINUTES_OF_DAY);
  const isPlain = to - from === MINUTES_OF_DAY;
  return {
    date,
    from,
    to,
    at: (minuteOfDay) => (isPlain || minuteOfDay === 0 ? from + minuteOfDay : epochMinuteOf(date, minuteOfDay)),
    minuteOf: (epochMinute) => (isPlain ? epochMinute - from : minuteOfDayAt(epochMinute)),
  };
}

/** Of a day in Athens, whose midnight lies two or three hours before that of UTC; clocks never change between the two. */
const beginning = (utcMidnight: number): number => utcMidnight - offsetAt(utcMidnight - 180);

function epochMinuteOf(date: Temporal.PlainDate, minuteOfDay: number): number {
  const day = minuteOfDay === MINUTES_OF_DAY ? date.add({ days: 1 }) : date;
  const time = new Temporal.PlainTime(Math.floor((minuteOfDay % MINUTES_OF_DAY) / 60), minuteOfDay % 60);
  return day.toZonedDateTime({ timeZone: ATHENS, plainTime: time }).epochMilliseconds / 60_000;
}

/** Clocks change at a whole hour: within one the offset is the same, and asking for it costs more than all else here. */
const offsetOfHour = memoize(
  "offsets of hours",
  20_000,
  (hour: number): number => instantOf(hour * 60).toZonedDateTimeISO(ATHENS).offsetNanoseconds / 60e9,
);

const offsetAt = (epochMinute: number): number => offsetOfHour(Math.floor(epochMinute / 60));

/** What a clock in Athens shows, as if it were UTC. */
const localText = (instant: Temporal.Instant): string =>
  new Date(instant.epochMilliseconds + offsetAt(epochMinute(instant)) * 60_000).toISOString();

const minuteOfDayAt = (epochMinute: number): number => {
  const minute = (epochMinute + offsetAt(epochMinute)) % MINUTES_OF_DAY;
  return minute < 0 ? minute + MINUTES_OF_DAY : minute;
};

/** A page names a few days, and each of them often. */
const dayOfNumber = memoize("days", 5_000, (day: number) => {
  const text = new Date(day * MINUTES_OF_DAY * 60_000).toISOString().slice(0, 10);
  return { text, date: Temporal.PlainDate.from(text) };
});

const dayAt = (epochMinute: number) => dayOfNumber(Math.floor((epochMinute + offsetAt(epochMinute)) / MINUTES_OF_DAY));

/** "2026-11-24" in Athens at that instant. */
export const dateTextOf = (instant: Temporal.Instant): string => dayAt(epochMinute(instant)).text;

export const dateOf = (instant: Temporal.Instant): Temporal.PlainDate => dayAt(epochMinute(instant)).date;

/** Whole minutes since the epoch, rounded down. */
export const epochMinute = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 60_000);

export const instantOf = (minute: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

export const dateOfMinute = (minute: number): Temporal.PlainDate => dateOf(instantOf(minute));

/** "09:15" of a minute of the day; 1440 is "24:00", the end of the day. */
export const clockText = (minuteOfDay: number): string => CLOCK_TEXTS[minuteOfDay] as string;

const CLOCK_TEXTS = Array.from({ length: MINUTES_OF_DAY + 1 }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":"),
);

/** Minute of the day of "09:15". */
export const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** "09:15" in Athens at that instant. */
export const clockTextOf = (instant: Temporal.Instant): string => clockText(minuteOfDayAt(epochMinute(instant)));

/** ISO 8601 with the offset of Athens, to the second. */
export function offsetText(instant: Temporal.Instant): string {
  const offset = offsetAt(epochMinute(instant));
  return `${localText(instant).slice(0, 19)}+${clockText(offset)}`;
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

/** Of two dates. */
export const earlierDate = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (isBefore(a, b) ? a : b);
export const laterDate = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (isBefore(a, b) ? b : a);
