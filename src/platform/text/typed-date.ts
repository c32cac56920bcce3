import { fold } from "./fold.ts";
import { dateIn, weekdaysOf } from "./written-date.ts";

/**
 * A date as hands type it into a field: 16/12, 16122026, «Τετ 16/12», and the day alone, «Πέμπτη»: the first one from
 * `earliest` on that is not today. Null: no date, or one that does not exist. Pure.
 */
export function typedDate(
  text: string,
  { earliest, today }: { readonly earliest: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Temporal.PlainDate | null {
  const [weekday, ...others] = weekdaysIn(text);
  if (weekday === undefined || others.length > 0) return dateIn(withSlashes(text), earliest);
  const first = earliest.add({ days: (weekday - earliest.dayOfWeek + 7) % 7 });
  return first.equals(today) ? first.add({ days: 7 }) : first;
}

/** Two letters are the fewest by which a day is known. */
const LEAST_LETTERS = 2;

const weekdaysIn = (text: string): number[] => {
  const word = fold(text.trim()).replace(/\.$/, "");
  return word.length < LEAST_LETTERS ? [] : [...new Set(weekdaysOf(word))];
};

/** 16122026 and 161226 */
const withSlashes = (text: string): string => text.trim().replace(/^(\d{2})(\d{2})(\d{4}|\d{2})$/, "$1/$2/$3");
