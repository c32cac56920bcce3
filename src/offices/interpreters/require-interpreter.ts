import type { Read } from "../../platform/database/sql.ts";
import { type FieldError, refuseFields } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import type { Interpreter } from "../../text/interpreters.ts";
import { type FirstDay, firstDayWith, isInTime } from "./first-day.ts";
import { holidaysAhead, interpreterFacts } from "./interpreters-sql.ts";

/** By which working days are counted from now on. */
export async function workingDaysFrom(tx: Read, now: Temporal.Instant) {
  const today = dateOf(now);
  return { today, holidays: await holidaysAhead(tx, today) };
}

/** Since when an office can have somebody there for a visit; null: nobody is needed, or it has said nothing. */
export async function firstDayAt(
  tx: Read,
  office: { readonly id: number },
  interpreter: Interpreter | null | undefined,
  now: Temporal.Instant,
): Promise<FirstDay> {
  if (!interpreter) return null;
  const today = dateOf(now);
  const { terms, holidays } = await interpreterFacts(tx, office.id, today);
  return firstDayWith(interpreter, terms, { today, holidays });
}

/** The same as a form keeps it, and back again. */
export const firstDayText = (first: FirstDay): string | undefined => first?.toString();
export const firstDayIn = (text: string | undefined): FirstDay =>
  text === undefined || text === "never" ? (text ?? null) : Temporal.PlainDate.from(text);

/** Before which nothing is offered; of who is never there nothing is left out: that is said at the field. */
export const sinceOf = (first: FirstDay): Temporal.PlainDate | null => (first === "never" ? null : first);

/** What is wrong with a day for which somebody is to interpret; null: nothing. */
export function interpreterFault(first: FirstDay, date: Temporal.PlainDate): FieldError | null {
  if (first === null || isInTime(first, date)) return null;
  if (first === "never") return { field: "interpreter", code: "interpreter-not-here" };
  return {
    field: "interpreter",
    code: "interpreter-too-soon",
    values: { date: [first.day, first.month, first.year].join("/") },
  };
}

interface InterpretedVisit {
  readonly interpreter: Interpreter | null | undefined;
  readonly date: Temporal.PlainDate;
}

/**
 * The one gate for a day on which somebody is to interpret: all but staff pass it, who arrange it themselves and are told.
 * @throws Refusal 422 at the field
 */
export async function requireInterpreter(
  tx: Read,
  office: { readonly id: number },
  { interpreter, date }: InterpretedVisit,
  now: Temporal.Instant,
): Promise<void> {
  const fault = interpreterFault(await firstDayAt(tx, office, interpreter, now), date);
  if (fault) refuseFields([fault]);
}
