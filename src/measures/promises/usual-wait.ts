import { addedUp, quantile, totalOf, type ValueCounts } from "../counts.ts";
import type { HalfHours } from "../histograms.ts";
import { type UnknownWait, whyWaitUnknown } from "../wait-estimate.ts";

/** How long people usually wait at an office, hour by hour, with an appointment and without. Pure. */

/** Of whom it is told apart; who is late for an appointment is told nothing */
export const USUAL_CLASSES = ["walk-in", "appointment"] as const;
export type UsualClass = (typeof USUAL_CLASSES)[number];

/** What was counted of those of one class on a day on which any of them was served. */
export interface WaitedDay {
  /** ISO text */
  readonly date: string;
  readonly halfHours: HalfHours;
  readonly visits: number;
  /** Of these, recorded from the beginning to the end */
  readonly complete: number;
}

/** Of visits that begin to wait from the full hour to the next one, in Athens */
export type UsualHour =
  /** Minutes: the middle, and nine of ten */
  | { readonly hour: number; readonly from: number; readonly to: number; readonly visits: number }
  | { readonly hour: number; readonly isFew: true };

export interface UsualTable {
  /** From the first to the last of which anything is said */
  readonly hours: readonly UsualHour[];
  /** On which it was measured, the first and the last of them */
  readonly days: number;
  readonly first: string;
  readonly last: string;
}

export type UsualOfClass = UsualTable | UnknownWait;

/** ISO, 1 Monday to 7 Sunday: those on which enough people waited, each with the classes that stand apart on it. */
export type UsualWeekdays = Readonly<Record<string, Readonly<Partial<Record<UsualClass, UsualTable>>>>>;

/** Of all weekdays together, and of those that stand apart. */
export interface UsualWait extends Readonly<Record<UsualClass, UsualOfClass>> {
  /** Absent: an earlier release has counted */
  readonly weekdays?: UsualWeekdays;
}

/** Of fewer visits in an hour nothing is said */
export const VISITS_NEEDED = 30;

/** @param days of the last weeks, in their order */
export function usualOf(days: readonly WaitedDay[]): UsualOfClass {
  const why = whyWaitUnknown(days);
  if (why) return why;
  const hours = Array.from({ length: 24 }, (_, hour) => usualHour(hour, days));
  const [earliest, latest] = [hours.findIndex(isSaid), hours.findLastIndex(isSaid)];
  if (earliest < 0) return { why: "few-waits" };
  return {
    hours: hours.slice(earliest, latest + 1),
    days: days.length,
    first: days[0]?.date ?? "",
    last: days.at(-1)?.date ?? "",
  };
}

const isSaid = (hour: UsualHour): boolean => !("isFew" in hour);

/** Few may be none: that an hour is listed would else say that somebody came. */
function usualHour(hour: number, days: readonly WaitedDay[]): UsualHour {
  const waits = addedUp(days.flatMap(({ halfHours }) => [halfHours[2 * hour] ?? {}, halfHours[2 * hour + 1] ?? {}]));
  const visits = totalOf(waits);
  return visits < VISITS_NEEDED ? { hour, isFew: true } : { hour, visits, ...rangeOf(waits) };
}

const rangeOf = (waits: ValueCounts) => ({ from: quantile(waits, 0.5) ?? 0, to: quantile(waits, 0.9) ?? 0 });
