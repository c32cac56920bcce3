import { lengthOf } from "../../availability/intervals.ts";
import { epochMinute, type Interval } from "../../platform/time.ts";
import { sum, type ValueCounts } from "../counts.ts";
import { isMeasuredService, servedSeconds } from "../measures.ts";
import type { MeasuredVisit } from "../visit.ts";

/** What an office had to give on a day, and what became of it (docs/decisions/0059-what-is-missing-of-the-day.md). Pure. */

export interface Capacity {
  readonly openMinutes: number;
  readonly bookedMinutes: number;
  readonly servedMinutes: number;
  /** null: not open, or nothing was completed */
  readonly overtimeMinutes: number | null;
  readonly counters: number;
  readonly tickets: number;
}

/** @param open the parts in which each queue served, half-open, in epoch minutes: two queues at once count twice */
export function capacityOf(visits: readonly MeasuredVisit[], open: readonly Interval[]): Capacity {
  const timed = visits.filter(({ hasTimes }) => hasTimes);
  const completions = timed.flatMap(({ completed }) => (completed ? [epochMinute(completed)] : []));
  const closing = Math.max(...open.map(({ to }) => to));
  return {
    openMinutes: lengthOf(open),
    bookedMinutes: sum(visits.map((visit) => (visit.class === "walk-in" ? 0 : visit.placeMinutes))),
    servedMinutes: Math.round(sum(timed.map(servedSeconds)) / 60),
    overtimeMinutes:
      open.length === 0 || completions.length === 0 ? null : Math.max(0, Math.max(...completions) - closing),
    counters: countersOf(visits),
    tickets: visits.filter(({ isTicket, turnedAway }) => isTicket && !turnedAway).length,
  };
}

/** At which anybody was served. */
const countersOf = (visits: readonly MeasuredVisit[]): number =>
  new Set(visits.filter(({ completed }) => completed).map(({ counter }) => counter)).size;

/** Fewer, and a service's minutes would tell somebody's pace */
const COUNTERS_NEEDED = 3;

export interface ServiceMinutes {
  readonly service: string;
  /** Whole minutes → how many */
  readonly minutes: ValueCounts;
}

/** How long each service took that was the only one of its visit, in the order of their codes. */
export function serviceMinutesOf(visits: readonly MeasuredVisit[]): ServiceMinutes[] {
  if (countersOf(visits) < COUNTERS_NEEDED) return [];
  const services = new Map<string, Record<string, number>>();
  for (const visit of visits) {
    if (!visit.hasTimes || visit.service === null || !isMeasuredService(visit)) continue;
    const minutes = services.get(visit.service) ?? {};
    const value = Math.floor(servedSeconds(visit) / 60);
    minutes[value] = (minutes[value] ?? 0) + 1;
    services.set(visit.service, minutes);
  }
  return [...services]
    .map(([service, minutes]) => ({ service, minutes }))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}
