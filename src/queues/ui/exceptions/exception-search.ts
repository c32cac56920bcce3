import type { Texts } from "../../../kit/form/typing.ts";
import { timeIn } from "../../../platform/text/typed-time.ts";
import { type ExceptionHours, isReadDate } from "./exception-texts.ts";

/** The address of a new exception may fill in some fields beforehand. */
export interface ExceptionSearch {
  readonly queue?: number;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly hours?: ExceptionHours;
}

const HOURS: readonly unknown[] = ["rest", "day", "times"] satisfies ExceptionHours[];

/** Nonsense is left out: an address may come from anywhere. */
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

/** A new one, as the address asks for it; nobody closes the whole office by leaving a field as it was. */
export function newException(
  { queue, date, from = "", to = "", hours }: ExceptionSearch,
  today: string,
  defaultQueue: number,
): Texts {
  const day = date ?? today;
  return {
    queue: String(queue ?? defaultQueue),
    kind: "closed",
    date: day,
    lastDate: day,
    hours: hours ?? (from || to ? "times" : "day"),
    from,
    to,
    isWeekly: "",
    weeklyUntil: "",
    reason: "absence",
    reasonText: "",
  };
}
