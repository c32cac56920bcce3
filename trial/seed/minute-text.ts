import { memoize } from "../../src/platform/memoize.ts";
import { clockText, instantOf } from "../../src/platform/time.ts";

const MINUTES_OF_DAY = 1440;
const CLOCK = Array.from({ length: MINUTES_OF_DAY }, (_, minute) => `${clockText(minute)}:00Z`);
const dateText = memoize("seed: dates", 10_000, (day: number) =>
  instantOf(day * MINUTES_OF_DAY)
    .toString()
    .slice(0, 11),
);

/** "2026-11-24T08:42:00Z" of an epoch minute, as Instant writes it: millions of them, so each date is written once. */
export function minuteText(minute: number): string {
  const day = Math.floor(minute / MINUTES_OF_DAY);
  return `${dateText(day)}${CLOCK[minute - day * MINUTES_OF_DAY]}`;
}
