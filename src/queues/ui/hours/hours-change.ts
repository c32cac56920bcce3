import { dayAndMonth, daysInWords, onDayInWords } from "../../../kit/dates.ts";
import type { Language } from "../../../text/text.ts";
import type { HoursRequest, Queue } from "../../contract.ts";
import { weekdayName } from "../weekday-name.ts";
import { isSameTimes, type OpeningTimes, weekFrom } from "./hours-week.ts";

/** New hours beside those that stand. Pure. */

export interface HoursChange {
  /** ISO, in order */
  readonly weekdays: readonly number[];
  readonly before: readonly OpeningTimes[];
  readonly after: readonly OpeningTimes[];
}

/** The weekdays that change, those together that do so alike. */
export function hoursChanges({ week, from }: HoursRequest, { hours }: Pick<Queue, "hours">): HoursChange[] {
  const standing = weekFrom(hours, from);
  const changes: { weekdays: number[]; before: readonly OpeningTimes[]; after: readonly OpeningTimes[] }[] = [];
  for (const weekday of Object.keys(week).map(Number).toSorted()) {
    const [before, after] = [standing[weekday] ?? [], week[weekday] ?? []];
    const alike = changes.find((each) => isSameTimes(each.before, before) && isSameTimes(each.after, after));
    if (alike) alike.weekdays.push(weekday);
    else changes.push({ weekdays: [weekday], before, after });
  }
  return changes;
}

/** Δευτέρα – Παρασκευή, or one by one where some are left out */
export function weekdaysWords(weekdays: readonly number[], language: Language): string {
  const names = weekdays.map((weekday) => weekdayName(weekday, language));
  const [first = 0, last = 0] = [weekdays[0], weekdays.at(-1)];
  const areOnEnd = weekdays.length > 2 && last - first === weekdays.length - 1;
  return areOnEnd ? `${names[0]} – ${names.at(-1)}` : names.join(", ");
}

/** από την Παρασκευή 27 Νοεμβρίου; of one day: την Παρασκευή 27 Νοεμβρίου; of a season: its first and last day */
export function sinceWords({ from, to }: Pick<HoursRequest, "from" | "to">, language: Language): string {
  if (to === null)
    return language === "en" ? `from ${dayAndMonth(from, language)}` : `από ${onDayInWords(from, language)}`;
  return from === to ? onDayInWords(from, language) : daysInWords(from, to, language);
}
