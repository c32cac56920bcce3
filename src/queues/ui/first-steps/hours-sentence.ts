import type { Language } from "../../../text/text.ts";
import { isSameTimes, WEEKDAYS, type Week } from "../hours/hours-week.ts";
import { weekdayName } from "../weekday-name.ts";

/** «Δευτέρα έως Παρασκευή 08:00–15:00, Σάββατο 08:00–13:00»: neighbouring days alike in one, closed ones left out. Pure. */
export function hoursSentence(week: Week, language: Language, to: string): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of WEEKDAYS) {
    const run = runs.at(-1);
    if (run && isSameTimes(week[run.last] ?? [], week[day] ?? [])) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .filter(({ first }) => (week[first] ?? []).length > 0)
    .map(({ first, last }) => {
      const days = [first, ...(last > first ? [last] : [])].map((day) => weekdayName(day, language));
      const times = (week[first] ?? []).map(({ opens, closes }) => `${opens}–${closes}`);
      return `${days.join(last - first === 1 ? ", " : ` ${to} `)} ${times.join(" ")}`;
    })
    .join(", ");
}
