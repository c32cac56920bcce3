import type { Checked, Rule } from "../cells.ts";
import { type DayHours, dayHoursIn, dayHoursText, joined } from "./day-hours.ts";

/** When an office is open in every week: Monday first, seven days. Pure, browser-safe. */
export type WeekHours = readonly DayHours[];

/** As schema.org and OpenStreetMap call the days. */
export const DAY_CODES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

/** What people call them: any beginning that tells them apart. */
const NAMES = [
  ["δευτερα", "monday"],
  ["τριτη", "tuesday"],
  ["τεταρτη", "wednesday"],
  ["πεμπτη", "thursday"],
  ["παρασκευη", "friday"],
  ["σαββατο", "saturday"],
  ["κυριακη", "sunday"],
] as const;

const LONGEST = 1_000;

/**
 * A week in one cell: «Δευτέρα–Παρασκευή 08:00–15:00; Τρίτη, Πέμπτη 17:00–19:00», «Mo-Fr 08:00-15:00». Parts are apart by a
 * semicolon or a line, and add to each other. It is stored day by day, without those that are closed.
 */
export const week: Rule<string> = (cell) => {
  if (typeof cell !== "string") return { fault: "not-text" };
  if (cell.length > LONGEST) return { fault: "field-too-long", values: { max: LONGEST, length: cell.length } };
  const read = weekIn(cell);
  if ("fault" in read) return read;
  const value = weekText(read.value);
  return value === "" ? { fault: "hours-never" } : { value };
};

function weekIn(cell: string): Checked<WeekHours> {
  const days: DayHours[] = DAY_CODES.map(() => []);
  for (const part of cell.split(/[;\n]/).filter((each) => each.trim() !== "")) {
    const [named, times] = daysAndTimes(part.trim());
    const on = daysIn(named);
    if (on.includes(-1)) return { fault: "hours-day-unread", values: { text: part.trim().slice(0, 40) } };
    const hours = dayHoursIn(times);
    if ("fault" in hours) return hours;
    for (const day of on) {
      const both = joined([...(days[day] as DayHours), ...hours.value]);
      if (!both) return { fault: "hours-crossing", values: { text: part.trim().slice(0, 40) } };
      days[day] = both.value;
    }
  }
  return { value: days };
}

/** Behind a code of one day stands whatever a form holds for it. */
function daysAndTimes(part: string): readonly [string, string] {
  const [, code, typed = ""] = /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:$| (.*))/.exec(part) ?? [];
  if (code) return [code, typed];
  const at = part.search(/\d|κλειστ|όχι|οχι|closed/i);
  return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at)];
}

/** Days from 0; -1 among them: no weekday, or one that ends before it begins */
function daysIn(text: string): number[] {
  const spans = text
    .split(/,|&|\/|\s(?:και|and)\s/i)
    .map((span) => span.split(/[-–—]|\s(?:έως|εως|ως|to)\s/i).map(dayOf));
  return spans.flatMap(([first = -1, last = first, ...more]) =>
    first < 0 || last < first || more.length > 0 ? [-1] : NAMES.map((_, day) => day).slice(first, last + 1),
  );
}

function dayOf(text: string): number {
  const folded = text
    .replace(/[\s.:]+/g, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return folded.length < 2 ? -1 : NAMES.findIndex((names) => names.some((name) => name.startsWith(folded)));
}

/** As it is stored: Mo 08:00-15:00; Tu 08:00-15:00 17:00-19:00 */
export const weekText = (days: WeekHours): string =>
  days.flatMap((hours, day) => (hours.length > 0 ? [`${DAY_CODES[day]} ${dayHoursText(hours)}`] : [])).join("; ");

/** Of what is stored; null: not known */
export function weekHours(stored: string | null): WeekHours | null {
  if (stored === null) return null;
  const read = weekIn(stored);
  return "value" in read ? read.value : null;
}
