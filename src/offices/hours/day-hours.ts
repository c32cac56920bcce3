import { timeIn } from "../../platform/text/typed-time.ts";
import { clockText, type Interval, minuteOfDay } from "../../platform/time.ts";
import type { Checked } from "../cells.ts";

/** When an office is open on one day, in minutes since local midnight; none: closed. Pure, browser-safe. */
export type DayHours = readonly Interval[];

const TIME = String.raw`\d{1,2}(?:[:.]?\d{2})?`;
const RANGES = new RegExp(String.raw`(${TIME})\s*(?:[-–—]|έως|εως|ως|to)\s*(${TIME})`, "gi");
const BETWEEN_RANGES = /^(?:[\s,+&]|και|and)*$/i;
const CLOSED = /^(?:κλειστ\p{L}*|όχι|οχι|closed|no|[-–—])?$/iu;

/** «08:00–15:00, 17:00–19:00», «8-15», «8 έως 15», «κλειστό», as a hand types it. */
export function dayHoursIn(text: string): Checked<DayHours> {
  if (CLOSED.test(text.trim())) return { value: [] };
  const ranges = [...text.matchAll(RANGES)].map(([, from = "", to = ""]) => rangeIn(from, to));
  const values = { text: text.trim().slice(0, 40) };
  if (!BETWEEN_RANGES.test(text.replace(RANGES, " ")) || ranges.includes(null))
    return { fault: "hours-unread", values };
  const read = ranges as Interval[];
  if (read.some(({ from, to }) => to <= from)) return { fault: "hours-backwards", values };
  return joined(read) ?? { fault: "hours-crossing", values };
}

function rangeIn(opens: string, closes: string): Interval | null {
  const [from, to] = [timeIn(opens), timeIn(closes)];
  return from === null || to === null ? null : { from: minuteOfDay(from), to: minuteOfDay(to) };
}

/** In order, what touches being one; null where two overlap. */
export function joined(ranges: readonly Interval[]): { readonly value: DayHours } | null {
  const value: Interval[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const before = value.at(-1);
    if (before && range.from < before.to) return null;
    if (before && range.from === before.to) value[value.length - 1] = { from: before.from, to: range.to };
    else value.push(range);
  }
  return { value };
}

/** As it is stored: 08:00-15:00 17:00-19:00 */
export const dayHoursText = (hours: DayHours): string =>
  hours.map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(" ");

/** As people write it: 08:00–15:00, 17:00–19:00 */
export const dayHoursWords = (hours: DayHours): string =>
  dayHoursText(hours).replaceAll(" ", ", ").replaceAll("-", "–");
