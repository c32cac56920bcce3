import { type Share, sum } from "./office-sums.ts";

/** Weeks one after the other: levels, and the bounds of chance around each (docs/decisions/0062). */

interface WeekBounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly side: "below" | "above" | null;
}

interface Level {
  readonly from: number;
  readonly to: number;
  readonly centre: Share;
}

const RUN = 8;
const SIGMAS = 3;

export function trendOver(weeks: readonly Share[]): { readonly bounds: WeekBounds[]; readonly levels: Level[] } {
  const first = weeks.findIndex(({ of }) => of > 0);
  // Before anything was recorded there is no level.
  const bounds: WeekBounds[] = weeks
    .slice(0, first === -1 ? weeks.length : first)
    .map(() => ({ low: null, high: null, side: null }));
  const levels: Level[] = [];
  while (bounds.length < weeks.length) {
    const from = bounds.length;
    const to = nextLevel(weeks, from);
    const those = weeks.slice(from, to);
    const { centre, spread } = levelOf(those);
    levels.push({ from, to, centre });
    bounds.push(...those.map((week) => boundsOf(week, centre, spread)));
  }
  return { bounds, levels };
}

/** Eight in a row that lie on one side of the middle of all before, of which there are eight at least. */
function nextLevel(weeks: readonly Share[], from: number): number {
  for (let at = from + RUN; at <= weeks.length - RUN; at++) {
    const middle = middleOf(known(weeks.slice(from, at)).map(shareOf));
    const sides = weeks.slice(at, at + RUN).map((week) => (week.of === 0 ? 0 : Math.sign(shareOf(week) - middle)));
    if (Math.abs(sum(sides)) === RUN) return at;
  }
  return weeks.length;
}

const known = (weeks: readonly Share[]): Share[] => weeks.filter(({ of }) => of > 0);
const shareOf = ({ count, of }: Share): number => count / of;

/** Half below and half above; of an even number between the two in the middle. */
function middleOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return half % 1 === 0
    ? ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
    : (sorted[Math.floor(half)] as number);
}

function levelOf(weeks: readonly Share[]): { readonly centre: Share; readonly spread: number } {
  const some = known(weeks);
  const middle = middleOf(some.map(shareOf));
  const deviations = some.map((week) => deviationsOff(week, middle));
  const moves = deviations.slice(1).map((each, index) => Math.abs(each - (deviations[index] as number)));
  const spread = Math.max(1, middleOf(moves) / 0.954);
  const usual = some.filter((_, index) => Math.abs(deviations[index] as number) <= SIGMAS * spread);
  return { centre: { count: sum(usual.map(({ count }) => count)), of: sum(usual.map(({ of }) => of)) }, spread };
}

const deviationsOff = ({ count, of }: Share, share: number): number =>
  share === 0 || share === 1 ? 0 : (count - share * of) / Math.sqrt(of * share * (1 - share));

function boundsOf(week: Share, centre: Share, spread: number): WeekBounds {
  if (week.of === 0 || centre.of === 0) return { low: null, high: null, side: null };
  const [share, middle] = [shareOf(week), shareOf(centre)];
  const far = (SIGMAS * spread * Math.sqrt(middle * (1 - middle))) / Math.sqrt(week.of);
  const [low, high] = [Math.max(0, middle - far), Math.min(1, middle + far)];
  if (share < low) return { low, high, side: "below" };
  return { low, high, side: share > high ? "above" : null };
}
