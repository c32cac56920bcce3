import { ofWholeDay, type ValueCounts } from "../counts.ts";
import type { HalfHours } from "../histograms.ts";
import type { Measure } from "../measures.ts";

/** Those that figures of weeks are made of. */
export const FIGURE_MEASURES = ["wait", "left", "turned-away", "came", "no-show", "crowd"] as const satisfies Measure[];
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

/** What was counted of one day of an office, as the figures of weeks need it. */
export interface CountedDay {
  /** ISO text */
  readonly date: string;
  readonly measures: readonly {
    readonly measure: FigureMeasure;
    readonly class: string;
    readonly halfHours: HalfHours;
  }[];
  readonly completeness: DayCompleteness;
  /** null: counted by a release that did not count it */
  readonly capacity: DayCapacity | null;
  /** Days to the third free place, seen in the night after; undefined: nobody looked, null: none within nine weeks */
  readonly thirdFreeDays: number | null | undefined;
  readonly services: readonly { readonly service: string; readonly minutes: ValueCounts }[];
}

export interface DayCompleteness {
  readonly visits: number;
  readonly complete: number;
  readonly fromPaper: number;
  readonly unresolved: number;
  /** null: counted before these were told apart */
  readonly notStarted: number | null;
  readonly notCompleted: number | null;
  readonly atOnce: number | null;
}

export interface DayCapacity {
  readonly openMinutes: number;
  readonly bookedMinutes: number;
  readonly servedMinutes: number;
  readonly overtimeMinutes: number | null;
  readonly counters: number;
  readonly tickets: number;
}

/** All half-hours of a measure of some class; without a class of all of them. */
export function countsOfDay({ measures }: CountedDay, measure: FigureMeasure, ofClass?: string): ValueCounts[] {
  return measures
    .filter((one) => one.measure === measure && (ofClass === undefined || one.class === ofClass))
    .map(({ halfHours }) => ofWholeDay(halfHours));
}

/** It was open, or somebody came or was to come: also where nobody noted whether they did. */
export const isOpenDay = ({ capacity, completeness, measures }: CountedDay): boolean =>
  (capacity?.openMinutes ?? 0) > 0 || completeness.visits + completeness.unresolved > 0 || measures.length > 0;
