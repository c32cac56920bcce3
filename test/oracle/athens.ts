/** The clock of Athens for whoever writes down what happened: seconds since the epoch, and what the wall shows. */
const ZONE = "Europe/Athens";

const offsets = new Map<number, number>();

/** Seconds that Athens is ahead in that hour. */
function ahead(second: number): number {
  const hour = Math.floor(second / 3600);
  const found = offsets.get(hour);
  if (found !== undefined) return found;
  const instant = Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000);
  const offset = instant.toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e9;
  offsets.set(hour, offset);
  return offset;
}

const wall = (second: number): string => new Date((second + ahead(second)) * 1000).toISOString();

export const dateAt = (second: number): string => wall(second).slice(0, 10);

/** Minutes since midnight as the wall shows them. */
export const minuteAt = (second: number): number =>
  Number(wall(second).slice(11, 13)) * 60 + Number(wall(second).slice(14, 16));

export const halfHourAt = (second: number): number => Math.floor(minuteAt(second) / 30);

/** When the wall shows that minute of a date; 1440 is the next midnight. */
export function secondOn(date: string, minute: number): number {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minute / 1440) });
  const rest = minute % 1440;
  const time = Temporal.PlainTime.from({ hour: Math.floor(rest / 60), minute: rest % 60 });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds / 1000;
}

export const dayAfter = (date: string, days = 1): string => Temporal.PlainDate.from(date).add({ days }).toString();

export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);

export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

export const clockAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
