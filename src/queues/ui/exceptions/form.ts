import { daysAfter, timeOf } from "../../../kit/dates.ts";
import { timeIn } from "../../../platform/text/typed-time.ts";
import { textIn } from "../../../text/text.ts";
import type { Exception, ExceptionRequest } from "../../contract.ts";

/** The form of an exception, and the request that it stands for. Pure. */

/** From now to the end of the queue's hours, whole days, or from a time to a time */
export type ExceptionHours = "rest" | "day" | "times";

export interface ExceptionForm {
  /** Of the exception that the form was filled from; null: a new one */
  readonly version: number | null;
  /** null: the whole office */
  readonly queue: number | null;
  readonly kind: Exception["kind"];
  readonly date: string;
  /** The same as `date` for a single day */
  readonly lastDate: string;
  readonly hours: ExceptionHours;
  readonly from: string;
  readonly to: string;
  readonly isWeekly: boolean;
  readonly weeklyUntil: string;
  /** Of a series: it alone, or those after it too */
  readonly scope: "one" | "following";
  readonly reason: Reason;
  /** With «Άλλο» */
  readonly reasonText: string;
}

/** Of whom is absent no more is said, for it would be health data. */
export const REASONS = ["absence", "meeting", "training", "technical", "strike", "local-holiday", "other"] as const;
export type Reason = (typeof REASONS)[number];

/** The plan shows it as it was recorded, in whatever language the form was. */
const recorded = (reason: Reason): string => textIn("el")(`rules.reason-${reason}`);

export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** What is asked of the server; null while a date or a time can't be read. */
export function exceptionRequestOf(form: ExceptionForm, rest: Stretch | null): ExceptionRequest | null {
  const times = timesOf(form, rest);
  const { queue, kind, date, lastDate, isWeekly, weeklyUntil } = form;
  const dates = [date, ...(lastDate === "" ? [] : [lastDate]), ...(isWeekly ? [weeklyUntil] : [])];
  if (times === "unread" || !dates.every(isReadDate)) return null;
  return {
    ...{ queue, kind, date },
    ...(lastDate !== "" && lastDate !== date && { lastDate }),
    ...times,
    ...(isWeekly && { weeklyUntil }),
    reason: (form.reason === "other" && form.reasonText.trim()) || recorded(form.reason),
  };
}

function timesOf({ hours, from, to }: ExceptionForm, rest: Stretch | null): Partial<Stretch> | "unread" {
  if (hours === "day") return {};
  if (hours === "rest") return rest ?? "unread";
  const [begins, ends] = [timeIn(from), timeIn(to)];
  return begins && ends ? { from: begins, to: ends } : "unread";
}

/** While it is typed a date is blank, or of the year 2 or 20. */
export const isReadDate = (date: string): boolean => /^20\d\d-\d\d-\d\d$/.test(date);

/** Another first day takes the last one along when it was the same, or would come before it. */
export const withDate = (form: ExceptionForm, date: string): ExceptionForm => ({
  ...form,
  date,
  lastDate: form.lastDate === form.date || form.lastDate < date ? date : form.lastDate,
});

/** An exception as its form shows it; whole days end with the midnight after them. */
export function exceptionForm({ version, queue, kind, from, to, reason }: Exception): ExceptionForm {
  const [date, begins, ends] = [from.slice(0, 10), timeOf(from), timeOf(to)];
  const endsAtMidnight = ends === "00:00";
  const lastDate = endsAtMidnight ? daysAfter(to.slice(0, 10), -1) : to.slice(0, 10);
  const known = REASONS.find((each) => recorded(each) === reason);
  return {
    ...{ version, queue, kind, date, lastDate },
    hours: begins === "00:00" && endsAtMidnight ? "day" : "times",
    ...{ from: begins, to: endsAtMidnight ? "24:00" : ends },
    ...{ isWeekly: false, weeklyUntil: "", scope: "one" },
    reason: known ?? "other",
    reasonText: known ? "" : reason,
  };
}

/** A new one, as the address asks for it; nobody closes the whole office by leaving a field as it was. */
export function newForm(
  { queue, date, from, to, hours }: ExceptionSearch,
  today: string,
  defaultQueue: number,
): ExceptionForm {
  const day = date ?? today;
  return {
    ...{ version: null, queue: queue ?? defaultQueue, kind: "closed", date: day, lastDate: day },
    hours: hours ?? (from || to ? "times" : "day"),
    ...{ from: from ?? "", to: to ?? "", isWeekly: false, weeklyUntil: "" },
    ...{ scope: "one", reason: "absence", reasonText: "" },
  };
}

/** What the address of a new exception may say beforehand. */
export interface ExceptionSearch {
  readonly queue?: number;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly hours?: ExceptionHours;
}

const HOURS: readonly unknown[] = ["rest", "day", "times"] satisfies ExceptionHours[];

/** Whatever does not fit is left out: an address may come from anywhere. */
export function validateExceptionSearch({ queue, date, from, to, hours }: Record<string, unknown>): ExceptionSearch {
  const isQueue = Number.isInteger(queue) && (queue as number) > 0 && (queue as number) < 100;
  return {
    queue: isQueue ? (queue as number) : undefined,
    date: typeof date === "string" && isReadDate(date) ? date : undefined,
    from: typeof from === "string" ? (timeIn(from) ?? undefined) : undefined,
    to: typeof to === "string" ? (timeIn(to) ?? undefined) : undefined,
    hours: HOURS.includes(hours) ? (hours as ExceptionHours) : undefined,
  };
}
