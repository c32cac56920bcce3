import { clockText, instantOf } from "../../src/platform/time.ts";

const MINUTES_OF_DAY = 1440;
const CLOCK = Array.from({ length: MINUTES_OF_DAY }, (_, minute) => `${clockText(minute)}:00Z`);
const dates = new Map<number, string>();

/** "2026-11-24T08:42:00Z" of an epoch minute, as Instant writes it: millions of them, so each date is written once. */
export function minuteText(minute: number): string {
  const day = Math.floor(minute / MINUTES_OF_DAY);
  let date = dates.get(day);
  if (date === undefined) {
    date = instantOf(day * MINUTES_OF_DAY)
      .toString()
      .slice(0, 11);
    dates.set(day, date);
  }
  return `${date}${CLOCK[minute - day * MINUTES_OF_DAY]}`;
}
