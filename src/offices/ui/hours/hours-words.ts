import { daysInWords, weekday as weekdayOfDate } from "../../../kit/dates.ts";
import type { Language, Text } from "../../../text/text.ts";
import { datedHours } from "../../hours/dated-hours.ts";
import { type DayHours, dayHoursWords } from "../../hours/day-hours.ts";
import { weekLines } from "./typed-hours.ts";

/** Hours as words for whoever reads or compares them. */

/** Δευτέρα, of 1 */
export const nameOfWeekday = (weekday: number, language: Language): string =>
  weekdayOfDate(`2024-01-0${weekday}`, language);

/** Δευτέρα έως Παρασκευή 08:00–15:00, Σάββατο 08:00–13:30 */
export function weekWords(text: string, t: Text, language: Language): string {
  const lines = weekLines(text)?.filter(({ hours }) => hours.length > 0);
  if (!lines || lines.length === 0) return text;
  return lines.map(({ first, last, hours }) => `${daysWords(first, last)} ${dayHoursWords(hours)}`).join("; ");

  function daysWords(first: number, last: number): string {
    const names = { first: nameOfWeekday(first, language), last: nameOfWeekday(last, language) };
    return first === last ? names.first : t("office.hours-days", names);
  }
}

/** A line for each day that is otherwise. */
export function exceptionsWords(text: string, t: Text, language: Language): string {
  const side = (hours: DayHours | null) => {
    if (!hours) return t("office.hours-as-usual");
    return hours.length > 0 ? dayHoursWords(hours) : t("office.hours-closed");
  };
  const lines = datedHours(text).map(({ first, last, counter, telephone, reason }) =>
    [
      daysInWords(first, last, language),
      `${t("office.hours-counter")}: ${side(counter)}`,
      `${t("office.hours-telephone")}: ${side(telephone)}`,
      ...(reason ? [reason] : []),
    ].join(", "),
  );
  return lines.join("\n") || text;
}
