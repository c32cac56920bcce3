import { evenTicks } from "../../kit/charts/even-ticks.ts";
import type { PlotAxis } from "../../kit/charts/plot.tsx";
import { dayOfMonth, daysAfter } from "../../kit/dates.ts";
import type { InVainPart, InVainService } from "../contract.ts";
import { inVainCount } from "../in-vain-count.ts";

/** Where the weeks of a service stand in its drawing: each one is as wide as 1, its point in its middle. Pure. */

export interface WeekPoint {
  readonly week: number;
  readonly rate: number;
}

export interface MeanBand {
  /** In weeks, half-open */
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly band: { readonly from: number; readonly to: number };
}

export interface InVainWeeks {
  readonly points: readonly WeekPoint[];
  readonly means: readonly MeanBand[];
  readonly change: { readonly at: number; readonly date: string } | null;
  readonly x: PlotAxis;
  readonly y: Pick<PlotAxis, "domain" | "ticks">;
}

const LEAST_TOP = 2;
const TICKS = 5;

export function inVainWeeks({ from, to, weeks, change, before, after }: InVainService): InVainWeeks {
  const placeOf = (date: string): number => daysBetween(from, date) / 7;
  const count = Math.ceil(placeOf(to));
  const points = weeks.flatMap((week) =>
    week.visits > 0 ? [{ week: placeOf(week.monday), rate: (100 * inVainCount(week)) / week.visits }] : [],
  );
  const at = change ? placeOf(change.date) : 0;
  const means = [...meanOf(before, 0, Math.floor(at)), ...meanOf(after, Math.ceil(at), count)];
  const top = Math.max(LEAST_TOP, ...points.map(({ rate }) => rate), ...means.map(({ band }) => band.to));
  return {
    points,
    means,
    change: change && { at: at - 0.5, date: change.date },
    x: {
      domain: [-0.5, count - 0.5],
      ticks: Array.from({ length: count }, (_, week) => week),
      nameOf: (week) => dayOfMonth(daysAfter(from, 7 * week)),
    },
    y: { domain: [0, top], ticks: evenTicks(0, top, TICKS) },
  };
}

const meanOf = (part: InVainPart | null, from: number, to: number): MeanBand[] =>
  part?.rate != null && part.band && to > from
    ? [{ from: from - 0.5, to: to - 0.5, rate: part.rate, band: part.band }]
    : [];

const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;
