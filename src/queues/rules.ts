import type { FieldError } from "../platform/refusal.ts";
import { hasUnseenCharacters } from "../platform/text/names.ts";
import { dateOfMinute, type Interval, localDay, minuteOfDay } from "../platform/time.ts";
import type { ExceptionRequest, HoursRequest } from "./contract.ts";

/** The limits of a head's wishes. Pure; the same answers for the form and the API. */

const LONGEST_NAME = 60;
const LONGEST_REASON = 120;
/** Nobody closes for ten years by a slip of the finger. */
const MOST_DAYS = 366;

export const nameErrors = (name: string): FieldError[] => lineErrors("name", name, "queue-name-required", LONGEST_NAME);

export const reasonErrors = (reason: string): FieldError[] =>
  lineErrors("reason", reason, "reason-required", LONGEST_REASON);

function lineErrors(field: string, given: string, missing: string, max: number): FieldError[] {
  const text = given.trim();
  if (text === "") return [{ field, code: missing }];
  if (text.length > max) return [{ field, code: "field-too-long", values: { max, length: text.length } }];
  return hasUnseenCharacters(text) ? [{ field, code: "field-control-characters" }] : [];
}

/** Dates as ISO text compare as text. */
export function rangeErrors(from: string, to: string, today: string): FieldError[] {
  if (from < today) return [{ field: "from", code: "date-past" }];
  return spanErrors(from, to);
}

/** A change for some dates ends within a year; one that is to hold longer holds until further notice. */
function spanErrors(from: string, to: string): FieldError[] {
  if (to < from) return [{ field: "to", code: "range-inverted" }];
  return daysBetween(from, to) > MOST_DAYS ? [{ field: "to", code: "range-too-long", values: { max: MOST_DAYS } }] : [];
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days + 1;

export function hoursErrors({ from, to, week }: HoursRequest, slotMinutes: number, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (from < today) errors.push({ field: "from", code: "date-past" });
  if (to !== null) errors.push(...spanErrors(from, to));
  for (const [weekday, intervals] of Object.entries(week))
    errors.push(...weekdayErrors(weekday, intervals, slotMinutes));
  return errors;
}

function weekdayErrors(weekday: string, intervals: HoursRequest["week"][string], slotMinutes: number): FieldError[] {
  const minutes = intervals.map(({ opens, closes }, index) => ({
    field: `week.${weekday}.${index}`,
    from: minuteOfDay(opens),
    to: minuteOfDay(closes),
  }));
  return minutes.flatMap(({ field, from, to }, index): FieldError[] => {
    if (to <= from) return [{ field, code: "hours-inverted" }];
    if (to - from < slotMinutes) return [{ field, code: "hours-shorter-than-slot", values: { minutes: slotMinutes } }];
    return minutes.some((other, at) => at < index && other.from < to && from < other.to)
      ? [{ field, code: "hours-overlap" }]
      : [];
  });
}

/** An exception that runs already: what is past of it stays as it was. */
export interface Begun {
  readonly queue: number | null;
  readonly kind: ExceptionRequest["kind"];
  /** Epoch minute */
  readonly from: number;
}

/** @param begun what is to be changed, when it runs already */
export function exceptionErrors(
  wish: ExceptionRequest,
  today: string,
  nowMinute: number,
  begun: Begun | null = null,
): FieldError[] {
  const errors = [...reasonErrors(wish.reason), ...timeErrors(wish), ...dateErrors(wish)];
  if (errors.length > 0) return errors;
  const [first] = intervalsOf(wish);
  if (!first) return [{ field: "from", code: "time-skipped" }];
  if (begun) return begunErrors(wish, first, nowMinute, begun);
  const isOver = wish.date < today || first.to <= nowMinute;
  return isOver ? [{ field: "date", code: "exception-past" }] : [];
}

function begunErrors(wish: ExceptionRequest, first: Interval, nowMinute: number, begun: Begun): FieldError[] {
  const isSameStart = first.from === begun.from;
  const isSameDate = wish.date === dateOfMinute(begun.from).toString();
  const changed = [
    wish.queue !== begun.queue && "queue",
    wish.kind !== begun.kind && "kind",
    !isSameStart && (isSameDate && wish.from !== undefined ? "from" : "date"),
  ];
  const errors = changed.flatMap((field) => (field ? [{ field, code: "exception-begun" }] : []));
  if (errors.length > 0 || first.to >= nowMinute) return errors;
  return [{ field: wish.to === undefined ? "lastDate" : "to", code: "exception-end-past" }];
}

function timeErrors({ kind, from, to }: ExceptionRequest): FieldError[] {
  if (from === undefined && to === undefined) return kind === "extra" ? [{ field: "from", code: "time-required" }] : [];
  if (from === undefined) return [{ field: "from", code: "time-required" }];
  if (to === undefined) return [{ field: "to", code: "time-required" }];
  return to <= from ? [{ field: "to", code: "hours-inverted" }] : [];
}

function dateErrors({ date, lastDate = date, weeklyUntil }: ExceptionRequest): FieldError[] {
  const errors = weeklyUntil === undefined ? [] : seriesErrors(date, lastDate, weeklyUntil);
  if (lastDate < date) return [...errors, { field: "lastDate", code: "range-inverted" }];
  return daysBetween(date, lastDate) > MOST_DAYS
    ? [...errors, { field: "lastDate", code: "range-too-long", values: { max: MOST_DAYS } }]
    : errors;
}

function seriesErrors(date: string, lastDate: string, until: string): FieldError[] {
  if (until < date) return [{ field: "weeklyUntil", code: "range-inverted" }];
  if (daysBetween(date, until) > MOST_DAYS)
    return [{ field: "weeklyUntil", code: "range-too-long", values: { max: MOST_DAYS } }];
  return daysBetween(date, lastDate) > 7 ? [{ field: "lastDate", code: "series-overlaps" }] : [];
}

/**
 * The times of an exception, in order; epoch minutes. Whole days together are one, times are each day's own, but for the
 * hour that March skips.
 */
export function intervalsOf({ date, lastDate = date, from, to, weeklyUntil = date }: ExceptionRequest): Interval[] {
  const intervals: Interval[] = [];
  const last = Temporal.PlainDate.from(lastDate);
  for (let week = 0, first = Temporal.PlainDate.from(date); first.toString() <= weeklyUntil; week++) {
    const end = last.add({ weeks: week });
    if (from === undefined || to === undefined) intervals.push({ from: localDay(first).from, to: localDay(end).to });
    else
      for (let day = first; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 }))
        intervals.push({ from: localDay(day).at(minuteOfDay(from)), to: localDay(day).at(minuteOfDay(to)) });
    first = Temporal.PlainDate.from(date).add({ weeks: week + 1 });
  }
  return intervals.filter((interval) => interval.from < interval.to);
}
