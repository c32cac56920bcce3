import { daysAfter, timeOf } from "../../../kit/dates.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { textIn } from "../../../text/text.ts";
import type { Exception, ExceptionRequest } from "../../contract.ts";

/** An exception as texts of its form, and the request that they stand for. Pure. */

/** In place of a queue's number: the whole office */
export const OFFICE = "office";

/** From now to the end of the queue's hours, whole days, or from a time to a time */
export type ExceptionHours = "rest" | "day" | "times";

/** Of the absent employee no more is said, for it would be health data. */
const CLOSING_REASONS = ["absence", "meeting", "training", "technical", "strike", "local-holiday", "other"] as const;
/** Whoever serves longer is not absent. */
const EXTRA_REASONS = ["demand", "other"] as const;
type Reason = (typeof CLOSING_REASONS | typeof EXTRA_REASONS)[number];

/** Those that go with the kind of exception, and the one that stands already. */
export function reasonsFor({ kind, reason = "" }: Texts): readonly Reason[] {
  const reasons: readonly Reason[] = kind === "extra" ? EXTRA_REASONS : CLOSING_REASONS;
  const standing = REASONS.filter((each) => each === reason && !reasons.includes(each));
  return [...standing, ...reasons];
}

export const REASONS: readonly Reason[] = [...CLOSING_REASONS, ...EXTRA_REASONS.slice(0, 1)];

export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The queue's number; null: the whole office. */
export const queueIn = ({ queue }: Texts): number | null => (queue === OFFICE ? null : Number(queue));

/** The request to the server; null while a date or a time can't be read, or today's rest is not known. */
export function exceptionRequestOf(values: Texts, rest: Stretch | null): ExceptionRequest | null {
  const { kind, date = "", lastDate = "", weeklyUntil = "", reason = "", reasonText = "" } = values;
  const times = timesOf(values, rest);
  if (!times || exceptionFaults(values).length > 0) return null;
  return {
    queue: queueIn(values),
    kind: kind === "extra" ? "extra" : "closed",
    date,
    ...(lastDate !== "" && lastDate !== date && { lastDate }),
    ...times,
    ...(values.isWeekly && { weeklyUntil }),
    reason: (reason === "other" && reasonText.trim()) || recorded(reason as Reason),
  };
}

function timesOf({ hours, from = "", to = "" }: Texts, rest: Stretch | null): Partial<Stretch> | null {
  if (hours === "day") return {};
  return hours === "rest" ? rest : { from, to };
}

/** A date is read in full, or it is blank: where there is only one day, the last one may be. */
export function exceptionFaults({ date = "", lastDate = "", hours, from, to, isWeekly, weeklyUntil = "" }: Texts) {
  const faults: FieldError[] = [];
  if (!isReadDate(date)) faults.push({ field: "date", code: "date-required" });
  if (lastDate !== "" && !isReadDate(lastDate)) faults.push({ field: "lastDate", code: "date-required" });
  if (hours === "times" && !from) faults.push({ field: "from", code: "time-required" });
  if (hours === "times" && !to) faults.push({ field: "to", code: "time-required" });
  if (isWeekly && !isReadDate(weeklyUntil)) faults.push({ field: "weeklyUntil", code: "date-required" });
  return faults;
}

/** While it is typed a date is blank, or of the year 2 or 20. */
export const isReadDate = (date: string): boolean => /^20\d\d-\d\d-\d\d$/.test(date);

/** A changed field, with those that follow it: the last day of a single day is its first one; extra hours have times. */
export function changedWith({ date = "", lastDate = "", reason = "" }: Texts, field: string, text: string): Texts {
  if (field === "date") return { date: text, lastDate: lastDate === date || lastDate < text ? text : lastDate };
  if (field === "kind")
    return { kind: text, ...(text === "extra" && { hours: "times" }), reason: reasonAs(text, reason) };
  return { [field]: text };
}

/** Own words go with both kinds. */
function reasonAs(kind: string, reason: string): string {
  const [first, ...others] = reasonsFor({ kind });
  return others.some((each) => each === reason) ? reason : (first ?? "other");
}

/** An exception as its form shows it; whole days end with the midnight after them. */
export function exceptionTexts({ queue, kind, from, to, reason }: Exception): Texts {
  const [date, begins, ends] = [from.slice(0, 10), timeOf(from), timeOf(to)];
  const endsAtMidnight = ends === "00:00";
  const known = REASONS.find((each) => recorded(each) === reason);
  return {
    queue: queue === null ? OFFICE : String(queue),
    kind,
    date,
    lastDate: endsAtMidnight ? daysAfter(to.slice(0, 10), -1) : to.slice(0, 10),
    hours: begins === "00:00" && endsAtMidnight ? "day" : "times",
    from: begins,
    to: endsAtMidnight ? "24:00" : ends,
    reason: known ?? "other",
    reasonText: known ? "" : reason,
  };
}

/** The plan shows it as it was recorded, in whatever language the form was. */
const recorded = (reason: Reason): string => textIn("el")(`plan.reason-${reason}`);
