import { dayAndMonth, daysAfter, weekday } from "../../kit/dates.ts";
import { type DayHours, dayHoursText } from "../../offices/hours/day-hours.ts";
import type { WeekHours } from "../../offices/hours/week-hours.ts";
import { type Run, runsOf } from "../../platform/text/runs.ts";
import { clockText, clockTextOf, dateOfMinute, type Interval, instantOf } from "../../platform/time.ts";
import { inLine } from "../../text/languages.ts";
import type { PageReader } from "../frame/reader.ts";

/** «Δευτέρα έως Παρασκευή 08:00–15:00», and only when it is open; null: not known */
export function hoursInLine(hours: WeekHours | null, reader: PageReader): string | null {
  if (!hours) return null;
  const open = runsOf(hours.map(dayHoursText)).filter(({ first }) => hours[first - 1]?.length);
  const parts = open.map(
    (days) => `${alikeDaysWords(days, reader)} ${timesWords(hours[days.first - 1] ?? [], reader)}`,
  );
  return inLine(reader.language, ...parts);
}

/** «Δευτέρα έως Παρασκευή» */
export function alikeDaysWords({ first, last }: Run, { language, t }: PageReader): string {
  if (first === last) return weekday(dateOn(first), language);
  const values = { first: weekday(dateOn(first), language), last: weekday(dateOn(last), language) };
  return t(last - first === 1 ? "finder.two-days" : "finder.days", values);
}

/** A week that began on a Monday */
const BEFORE_A_MONDAY = "2026-11-22";

/** Any date on a weekday, ISO, to name it by. */
export const dateOn = (iso: number): string => daysAfter(BEFORE_A_MONDAY, iso);

/** «08:00–15:00 και 17:00–19:00» */
export const timesWords = (times: DayHours, { t }: PageReader): string =>
  times.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(` ${t("finder.and")} `);

/** Which days or hours an exception takes or adds: «Παρασκευή 27 Νοεμβρίου» */
export function spanWords({ from, to }: Interval, { language, t }: PageReader): string {
  const [first, last] = [dateOfMinute(from).toString(), dateOfMinute(to - 1).toString()];
  const [begins, ends] = [clockTextOf(instantOf(from)), clockTextOf(instantOf(to))];
  const isWhole = begins === "00:00" && ends === "00:00";
  const [firstDay, lastDay] = [dayAndMonth(first, language), dayAndMonth(last, language)];
  if (first === last && isWhole) return firstDay;
  if (first === last && ends === "00:00") return t("finder.from-time", { day: firstDay, time: begins });
  if (first === last) return inLine(language, firstDay, `${begins}–${ends}`);
  if (isWhole) return t("finder.days", { first: firstDay, last: lastDay });
  return t("finder.days", { first: inLine(language, firstDay, begins), last: inLine(language, lastDay, ends) });
}
