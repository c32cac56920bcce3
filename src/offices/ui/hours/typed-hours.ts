import { runsOf } from "../../../platform/text/runs.ts";
import { type DatedTexts, datedHours, datedLines, linesText } from "../../hours/dated-hours.ts";
import { type DayHours, dayHoursIn, dayHoursText, dayHoursWords } from "../../hours/day-hours.ts";
import { DAY_CODES, weekHours } from "../../hours/week-hours.ts";

/** Hours as the form holds them: one text for a week, one for all days that are otherwise. Pure. */

/** What stands for each day, Monday first, as it was typed. */
export function dayTexts(text: string): string[] {
  const typed = new Map(text.split(";").map((part) => [part.trimStart().slice(0, 2), part.trimStart().slice(3)]));
  return DAY_CODES.map((code) => typed.get(code) ?? "");
}

/** The week with another text for one day. */
export const withDay = (text: string, day: number, typed: string): string =>
  dayTexts(text)
    .map((each, index) => (index === day ? typed.replaceAll(";", ",") : each))
    .flatMap((each, index) => (each === "" ? [] : [`${DAY_CODES[index]} ${each}`]))
    .join("; ");

export const isUnread = (typed: string): boolean => "fault" in dayHoursIn(typed);

/** Two ways to write the same day. */
export const isSameDay = (a: string, b: string): boolean => storedDay(a) === storedDay(b);

function storedDay(typed: string): string {
  const read = dayHoursIn(typed);
  return "value" in read ? dayHoursText(read.value) : typed;
}

/** 08:00–15:00, 17:00–19:00 of what is stored so */
export const dayHoursOnScreen = (text: string): string => {
  const read = dayHoursIn(text);
  return "value" in read && dayHoursText(read.value) === text ? dayHoursWords(read.value) : text;
};

export interface WeekWords {
  readonly first: number;
  readonly last: number;
  readonly hours: DayHours;
}

/** Days that are alike together, without those that are closed; null: it can't be read. */
export function weekLines(text: string): WeekWords[] | null {
  const week = weekHours(text);
  return week && runsOf(week.map(dayHoursText)).map((days) => ({ ...days, hours: week[days.first - 1] ?? [] }));
}

/** The days that are typed; those that are over go away with the next change, and are not shown. */
export function rowsToCome(text: string, saved: string | null, today: string): DatedTexts[] {
  const over = datedHours(saved).filter(({ last }) => last < today);
  return datedLines(text).filter(({ first }) => !over.some((day) => day.first === first));
}

const BLANK: DatedTexts = { first: "", last: "", counter: "", telephone: "", reason: "" };

export const withRow = (rows: readonly DatedTexts[], index: number, change: Partial<DatedTexts>): string =>
  linesText(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));

export const withoutRow = (rows: readonly DatedTexts[], index: number): string =>
  linesText(rows.filter((_, at) => at !== index));

export const withNewRow = (rows: readonly DatedTexts[]): string => linesText([...rows, BLANK]);
