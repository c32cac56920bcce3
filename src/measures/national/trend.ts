import type { Share } from "../contract.ts";
import { sum } from "../counts.ts";

/** Weeks one after another, each a share: what is chance, which week is none, and when the level changed. Pure. */

/** So many weeks in a row on one side of what was before begin a new level; none is shorter. */
export const RUN_WEEKS = 8;
const LIMIT = 3;

export interface Level {
  /** Of the weeks given, the first one */
  readonly from: number;
  /** Not included */
  readonly to: number;
  readonly centre: Share;
  /** By how much more than chance its weeks differ, at least 1 */
  readonly spread: number;
}

export interface TrendWeek extends Share {
  /** Shares from 0 to 1; null: nothing was recorded */
  readonly low: number | null;
  readonly high: number | null;
  readonly side: "below" | "above" | null;
}

/**
 * A p-chart of each level: three standard deviations of its week around the level's share, widened by how much more than
 * chance its weeks differ from one to the next (Laney).
 */
export function trendOf(weeks: readonly Share[]): {
  readonly weeks: readonly TrendWeek[];
  readonly levels: readonly Level[];
} {
  const levels = levelsOf(weeks);
  const levelAt = (index: number) => levels.find(({ from, to }) => index >= from && index < to);
  return { levels, weeks: weeks.map((week, index) => ({ ...week, ...limitsOf(week, levelAt(index)) })) };
}

function limitsOf({ count, of }: Share, level: Level | undefined): Omit<TrendWeek, keyof Share> {
  if (of === 0 || !level || level.centre.of === 0) return { low: null, high: null, side: null };
  const centre = level.centre.count / level.centre.of;
  const width = LIMIT * level.spread * Math.sqrt((centre * (1 - centre)) / of);
  const share = count / of;
  const [low, high] = [Math.max(0, centre - width), Math.min(1, centre + width)];
  const isOut = share < low || share > high;
  const side = share < centre ? "below" : "above";
  return { low, high, side: isOut ? side : null };
}

/** Each from where the one before it ends; weeks before anything was recorded are of none. */
function levelsOf(weeks: readonly Share[]): Level[] {
  const levels: Level[] = [];
  const first = weeks.findIndex(({ of }) => of > 0);
  for (let from = first === -1 ? weeks.length : first; from < weeks.length; ) {
    const to = endOfLevel(weeks, from);
    levels.push({ from, to, ...levelOf(weeks.slice(from, to)) });
    from = to;
  }
  return levels;
}

/** The first of a run of weeks on one side of the middle of all that were before it; else the end. */
function endOfLevel(weeks: readonly Share[], from: number): number {
  for (let at = from + RUN_WEEKS; at + RUN_WEEKS <= weeks.length; at++) {
    const middle = medianOf(sharesOf(weeks.slice(from, at)));
    const run = sharesOf(weeks.slice(at, at + RUN_WEEKS));
    if (run.length < RUN_WEEKS) continue;
    if (run.every((share) => share > middle) || run.every((share) => share < middle)) return at;
  }
  return weeks.length;
}

/** A strange week moves neither the centre nor the limits by which it is seen. */
function levelOf(weeks: readonly Share[]): Pick<Level, "centre" | "spread"> {
  const middle = medianOf(sharesOf(weeks));
  const spread = spreadOfWeeks(weeks, middle);
  const usual = weeks.filter((week) => week.of > 0 && Math.abs(scoreOf(week, middle)) <= LIMIT * spread);
  return {
    centre: { count: sum(usual.map(({ count }) => count)), of: sum(usual.map(({ of }) => of)) },
    spread,
  };
}

/** The median of what scores move from week to week, as it is where only chance moves them. */
const MEDIAN_BY_CHANCE = 0.954;

function spreadOfWeeks(weeks: readonly Share[], middle: number): number {
  const scores = weeks.filter(({ of }) => of > 0).map((week) => scoreOf(week, middle));
  const moves = scores.slice(1).map((score, index) => Math.abs(score - (scores[index] ?? score)));
  return Math.max(1, medianOf(moves) / MEDIAN_BY_CHANCE);
}

/** In standard deviations of a week of its size; where nothing can differ there are none. */
const scoreOf = ({ count, of }: Share, centre: number): number =>
  centre > 0 && centre < 1 ? (count / of - centre) / Math.sqrt((centre * (1 - centre)) / of) : 0;

const sharesOf = (weeks: readonly Share[]): number[] => weeks.flatMap(({ count, of }) => (of > 0 ? [count / of] : []));

/** 0 of none. */
function medianOf(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const [below = 0, above = 0] = [(values.length - 1) / 2, values.length / 2].map((at) => ascending[Math.floor(at)]);
  return (below + above) / 2;
}
