import { addedUp, quantile, sum, totalOf, type ValueCounts } from "./counts.ts";

/**
 * How long somebody without an appointment waits: from the middle of those measured to nine of ten of them, or why nothing can
 * be said (decision 0043). Pure.
 */

export interface MeasuredDay {
  /** Waits of those without an appointment: whole minutes → how many */
  readonly waits: ValueCounts;
  readonly visits: number;
  /** Of these, recorded from the beginning to the end */
  readonly complete: number;
}

export type UnknownWait =
  | { readonly why: "few-days"; readonly days: number; readonly needed: number }
  | { readonly why: "incomplete" | "few-waits" };

export type WaitEstimate =
  /** Minutes from now */
  { readonly from: number; readonly to: number } | UnknownWait;

/** Looked back so far: what was longer ago was another office */
export const ESTIMATE_WEEKS = 8;
export const DAYS_NEEDED = 10;
/** Fewer visits recorded whole, and nothing is said of any */
export const COMPLETE_SHARE = 0.8;
const WAITS_NEEDED = 20;

/**
 * @param days of the last eight weeks
 * @returns what is said to whoever has waited so many whole minutes: only those count who waited as long
 */
export function waitEstimates(days: readonly MeasuredDay[]): (waited: number) => WaitEstimate {
  const measured = days.filter(({ waits }) => Object.keys(waits).length > 0);
  const why = whyWaitUnknown(measured);
  const all = addedUp(measured.map(({ waits }) => waits));
  return (waited) => {
    if (why) return why;
    const waits = Object.fromEntries(Object.entries(all).filter(([minutes]) => Number(minutes) >= waited));
    if (totalOf(waits) < WAITS_NEEDED) return { why: "few-waits" };
    const [median, most] = [quantile(waits, 0.5) ?? waited, quantile(waits, 0.9) ?? waited];
    return { from: median - waited, to: most - waited };
  };
}

/** @param measured days on which anybody waited; null: enough is known of them */
export function whyWaitUnknown(measured: readonly Omit<MeasuredDay, "waits">[]): UnknownWait | null {
  if (measured.length < DAYS_NEEDED) return { why: "few-days", days: measured.length, needed: DAYS_NEEDED };
  const [visits, complete] = [sum(measured.map((day) => day.visits)), sum(measured.map((day) => day.complete))];
  return complete < COMPLETE_SHARE * visits ? { why: "incomplete" } : null;
}
