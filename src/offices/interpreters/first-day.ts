import type { Interpreter } from "../../text/interpreters.ts";
import { workingDayAfter } from "./working-day.ts";

/** From which day on somebody who interprets can be at an office. Pure. */

/** What an office has said of it; null: nothing. */
export interface InterpreterTerms {
  readonly signLanguage: boolean | null;
  /** Working days, as the next one */
  readonly signLanguageDays: number;
  /** That are spoken */
  readonly languages: readonly Interpreter[] | null;
  readonly interpreterDays: number;
}

/** "never": the office has said that nobody can be there; null: it has said nothing, and promises nothing. */
export type FirstDay = Temporal.PlainDate | "never" | null;

/** @param holidays on which nobody works, as ISO text */
export function firstDayWith(
  interpreter: Interpreter,
  terms: InterpreterTerms,
  { today, holidays }: { readonly today: Temporal.PlainDate; readonly holidays: ReadonlySet<string> },
): FirstDay {
  const { signLanguage, signLanguageDays, languages, interpreterDays } = terms;
  const isThere = interpreter === "gss" ? signLanguage : (languages?.includes(interpreter) ?? null);
  if (isThere === null) return null;
  return isThere
    ? workingDayAfter(today, interpreter === "gss" ? signLanguageDays : interpreterDays, holidays)
    : "never";
}

/** Whether a visit of that day has them. */
export const isInTime = (first: FirstDay, date: Temporal.PlainDate): boolean =>
  first === null || (first !== "never" && Temporal.PlainDate.compare(first, date) <= 0);
