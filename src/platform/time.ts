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
  const from = epochMinuteOf(date, 0);
  const to = epochMinuteOf(date.add({ days: 1 }), 0);
  const isPlain = to - from === MINUTES_OF_DAY;
  return {
    date,
    from,
    to,
    at: (minuteOfDay) => (isPlain || minuteOfDay === 0 ? from + minuteOfDay : epochMinuteOf(date, minuteOfDay)),
    minuteOf: (epochMinute) => (isPlain ? epochMinute - from : minuteOfDayAt(epochMinute)),
  };
}

function epochMinuteOf(date: Temporal.PlainDate, minuteOfDay: number): number {
  const day = minuteOfDay === MINUTES_OF_DAY ? date.add({ days: 1 }) : date;
  const time = new Temporal.PlainTime(Math.floor((minuteOfDay % MINUTES_OF_DAY) / 60), minuteOfDay % 60);
  return day.toZonedDateTime({ timeZone: ATHENS, plainTime: time }).epochMilliseconds / 60_000;
}

function minuteOfDayAt(epochMinute: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMinute * 60_000).toZonedDateTimeISO(ATHENS);
  return local.hour * 60 + local.minute;
}

export const dateOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(ATHENS).toPlainDate();

/** Whole minutes since the epoch, rounded down. */
export const epochMinute = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 60_000);

export const instantOf = (minute: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);

export const dateOfMinute = (minute: number): Temporal.PlainDate => dateOf(instantOf(minute));

/** "09:15" of a minute of the day; 1440 is "24:00", the end of the day. */
export function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}

/** Minute of the day of "09:15". */
export const minuteOfDay = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** "09:15" in Athens at that instant. */
export const clockTextOf = (instant: Temporal.Instant): string => clockText(minuteOfDayAt(epochMinute(instant)));

/** ISO 8601 with the offset of Athens, to the second. */
export const offsetText = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(ATHENS).toString({ timeZoneName: "never", smallestUnit: "second" });
