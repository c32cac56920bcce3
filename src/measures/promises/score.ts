import { halfHourOf, wholeMinutes } from "../minutes.ts";
import type { MeasuredVisit } from "../visit.ts";
import type { UsualOfClass, UsualWait } from "./usual-wait.ts";
import { usualOn } from "./weekday-waits.ts";

/** What became of the ranges of waiting that were said. Pure; docs/decisions/0064-a-promise-with-a-score.md. */

export type PromiseOutcome = "within" | "shorter" | "longer" | "unknown";
export type PromiseOutcomes = Readonly<Record<PromiseOutcome, number>>;

export interface Range {
  /** Whole minutes, both included */
  readonly from: number;
  readonly to: number;
}

/** A range of a number, as it was noted. */
export interface SavedPromise extends Range {
  readonly ticket: string;
  readonly place: string;
  /** Whole minutes, until it was said */
  readonly waited: number;
  readonly isSaid: boolean;
}

/** One range and what became of it. */
export interface ScoredPromise {
  readonly place: string;
  readonly isSaid: boolean;
  readonly outcome: PromiseOutcome;
}

/** Nine of ten are served by the end of the range: that they were served sooner breaks no promise. */
export const PROMISED_SHARE = 0.9;

export const NO_OUTCOMES: PromiseOutcomes = { within: 0, shorter: 0, longer: 0, unknown: 0 };

export const addOutcomes = (a: PromiseOutcomes, b: PromiseOutcomes): PromiseOutcomes => ({
  within: a.within + b.within,
  shorter: a.shorter + b.shorter,
  longer: a.longer + b.longer,
  unknown: a.unknown + b.unknown,
});

export interface Score {
  readonly kept: number;
  /** Of which it is known */
  readonly of: number;
}

export const scoreOf = ({ within, shorter, longer }: PromiseOutcomes): Score => ({
  kept: within + shorter,
  of: within + shorter + longer,
});

/** @param waited whole minutes until the range was said: what was measured counts from the beginning */
export function outcomeOf({ from, to }: Range, waited: number, visit: MeasuredVisit): PromiseOutcome {
  const { since, started, left, hasTimes } = visit;
  const end = started ?? left;
  if (!since || !end || !hasTimes) return "unknown";
  const minutes = wholeMinutes(since, end) - waited;
  if (minutes > to) return "longer";
  // Who went away in time might have been served in time, or not.
  if (!started) return "unknown";
  return minutes < from ? "shorter" : "within";
}

/** A number that was taken back, or never given, is not among the visits: nothing is said of it. */
export function scoreNumbers(
  promises: readonly SavedPromise[],
  visits: ReadonlyMap<string, MeasuredVisit>,
): ScoredPromise[] {
  return promises.flatMap((promise) => {
    const visit = visits.get(promise.ticket);
    if (!visit) return [];
    const { place, isSaid, waited } = promise;
    return [{ place, isSaid, outcome: outcomeOf(promise, waited, visit) }];
  });
}

/** Every visit that began to wait in an hour of which something was said for its weekday. */
export function scoreUsual(usual: UsualWait, isSaid: boolean, visits: Iterable<MeasuredVisit>): ScoredPromise[] {
  const scored: ScoredPromise[] = [];
  for (const visit of visits) {
    if (!visit.since || visit.class === "late-appointment") continue;
    const said = usualOn(usual, visit.class, Temporal.PlainDate.from(visit.date).dayOfWeek);
    const range = said && rangeAt(said.part, Math.floor(halfHourOf(visit.since) / 2));
    if (range) scored.push({ place: `usual-${visit.class}`, isSaid, outcome: outcomeOf(range, 0, visit) });
  }
  return scored;
}

function rangeAt(part: UsualOfClass, hour: number): Range | null {
  const found = "hours" in part ? part.hours.find((each) => each.hour === hour) : undefined;
  return !found || "isFew" in found ? null : found;
}

export interface PromiseCount extends PromiseOutcomes {
  readonly place: string;
  readonly isSaid: boolean;
}

export function promiseCounts(scored: readonly ScoredPromise[]): PromiseCount[] {
  const counts = new Map<string, PromiseCount>();
  for (const { place, isSaid, outcome } of scored) {
    const before = counts.get(`${place} ${isSaid}`) ?? { place, isSaid, ...NO_OUTCOMES };
    counts.set(`${place} ${isSaid}`, { ...before, [outcome]: before[outcome] + 1 });
  }
  return [...counts.values()];
}
