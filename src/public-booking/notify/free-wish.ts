import type { FieldError } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import type { Wish } from "../earlier/wish.ts";

/** When somebody without an appointment would come, if a place becomes free. Pure. */

export interface FreeWish extends Wish {
  readonly first: Temporal.PlainDate;
  /** With its end the wish ends by itself */
  readonly last: Temporal.PlainDate;
}

/** As a form sends its days; what is left out is as soon as there is one, and as long as the form said. */
export interface TypedDays {
  readonly first: string;
  readonly last: string;
}

/** The days between which a wish may lie, and the last one unless another one is chosen. */
export interface WishSpan {
  readonly today: Temporal.PlainDate;
  readonly usual: Temporal.PlainDate;
  readonly latest: Temporal.PlainDate;
}

const LONGEST_DAYS = 60;

/** @param usual the last day of which anything is open */
export function wishSpan(now: Temporal.Instant, usual: Temporal.PlainDate): WishSpan {
  const today = dateOf(now);
  return { today, usual, latest: today.add({ days: LONGEST_DAYS }) };
}

export type DaysRead =
  | { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  | { readonly errors: readonly FieldError[] };

/** One that has passed means today. */
export function daysOfWish({ first, last }: TypedDays, span: WishSpan, weekdays: readonly number[]): DaysRead {
  const { today, usual, latest } = span;
  const values = { from: short(today), to: short(latest) };
  const read = { first: dateIn(first, today), last: dateIn(last, usual) };
  const [from, to] = [read.first && later(read.first, today), read.last];
  const errors = [
    ...(from && isUpTo(from, latest) ? [] : [{ field: "first", code: "wish-day-outside", values }]),
    ...(to && isUpTo(today, to) && isUpTo(to, latest) ? [] : [{ field: "last", code: "wish-day-outside", values }]),
  ];
  if (errors.length > 0 || !from || !to) return { errors };
  if (!isUpTo(from, to)) return { errors: [{ field: "last", code: "wish-days-turned" }] };
  const isAny = weekdays.length === 0 || daysOf(from, to).some((date) => weekdays.includes(date.dayOfWeek));
  return isAny ? { first: from, last: to } : { errors: [{ field: "last", code: "wish-days-none" }] };
}

const A_WEEK = 7;

/** A week has them all. */
const daysOf = (first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: A_WEEK }, (_, days) => first.add({ days })).filter((date) => isUpTo(date, last));

/** Browsers without a field for dates leave it to be typed: 24/12/2026. Null: no date. */
function dateIn(text: string, otherwise: Temporal.PlainDate): Temporal.PlainDate | null {
  const typed = text.trim();
  if (typed === "") return otherwise;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)$/.exec(typed) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : typed;
  try {
    return /^20\d\d-\d\d-\d\d$/.test(iso) ? Temporal.PlainDate.from(iso, { overflow: "reject" }) : null;
  } catch {
    return null;
  }
}

const isUpTo = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) <= 0;
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (isUpTo(a, b) ? b : a);

/** 24/12/2026 */
const short = (date: Temporal.PlainDate): string => date.toString().split("-").reverse().join("/");
