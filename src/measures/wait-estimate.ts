/**
 * How long somebody without an appointment waits: from the middle of those measured to nine of ten of them, or why nothing can
 * be said (decision 0043). Pure.
 */

export interface MeasuredDay {
  /** Waits of those without an appointment: whole minutes → how many */
  readonly waits: Readonly<Record<string, number>>;
  readonly visits: number;
  /** Of these, recorded from the beginning to the end */
  readonly complete: number;
}

export type WaitEstimate =
  /** Minutes from now */
  | { readonly from: number; readonly to: number }
  | { readonly why: "few-days"; readonly days: number; readonly needed: number }
  | { readonly why: "incomplete" | "few-waits" };

/** Looked back so far: what was longer ago was another office */
export const ESTIMATE_WEEKS = 8;
const DAYS_NEEDED = 10;
const COMPLETE_SHARE = 0.8;
const WAITS_NEEDED = 20;

/**
 * @param days of the last eight weeks
 * @returns what is said to whoever has waited so many whole minutes: only those count who waited as long
 */
export function waitEstimates(days: readonly MeasuredDay[]): (waited: number) => WaitEstimate {
  const measured = days.filter(({ waits }) => Object.keys(waits).length > 0);
  const visits = sum(measured.map((day) => day.visits));
  const complete = sum(measured.map((day) => day.complete));
  const all = waitsOf(measured);
  return (waited) => {
    if (measured.length < DAYS_NEEDED) return { why: "few-days", days: measured.length, needed: DAYS_NEEDED };
    if (complete < COMPLETE_SHARE * visits) return { why: "incomplete" };
    const waits = all.filter(({ minutes }) => minutes >= waited);
    if (sum(waits.map(({ count }) => count)) < WAITS_NEEDED) return { why: "few-waits" };
    return { from: percentile(waits, 0.5) - waited, to: percentile(waits, 0.9) - waited };
  };
}

interface Waits {
  readonly minutes: number;
  readonly count: number;
}

/** The shortest first, each once. */
function waitsOf(days: readonly MeasuredDay[]): Waits[] {
  const counts = new Map<number, number>();
  for (const { waits } of days)
    for (const [minutes, count] of Object.entries(waits))
      counts.set(Number(minutes), (counts.get(Number(minutes)) ?? 0) + count);
  return [...counts].map(([minutes, count]) => ({ minutes, count })).sort((a, b) => a.minutes - b.minutes);
}

/** The shortest wait that is not exceeded by such a share. */
function percentile(waits: readonly Waits[], share: number): number {
  const needed = share * sum(waits.map(({ count }) => count));
  let counted = 0;
  for (const { minutes, count } of waits) {
    counted += count;
    if (counted >= needed) return minutes;
  }
  return waits.at(-1)?.minutes ?? 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
