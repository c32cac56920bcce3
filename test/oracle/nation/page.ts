import { dateAt, dayAfter, weekdayOf } from "../athens.ts";
import type { DaysByNight } from "../days-by-night.ts";
import { type LogAct, stands } from "../log.ts";
import { atShare } from "../weeks.ts";
import { beyond, ONE_IN_THOUSAND } from "./chance.ts";
import { boundsOf, outOf } from "./funnel.ts";
import { type Among, amongAll, type Measure, type Share, sharesOf, sum } from "./office-sums.ts";
import { trendOver } from "./trend.ts";

/** The ministry's page of all offices, from what is written down of each. */

export interface Nation {
  readonly offices: readonly DaysByNight[];
  /** Of the whole country, each by its first day */
  readonly closures: readonly { readonly date: string; readonly text: string }[];
  readonly now: number;
}

export interface Weeks {
  /** A Monday and a Sunday, both included */
  readonly from: string;
  readonly to: string;
}

export function weeksUntil(now: number, count: number): Weeks {
  const today = dateAt(now);
  const to = dayAfter(today, -weekdayOf(today));
  return { from: dayAfter(to, 1 - 7 * count), to };
}

export const allAmong = ({ offices }: Nation, weeks: Weeks): Among[] =>
  offices.map((days) => amongAll(days.office, daysIn(days, weeks), weeks.to));

const daysIn = (days: DaysByNight, { from, to }: Weeks) => days.all().filter(({ date }) => from <= date && date <= to);

export const SIZES = ["1", "2", "3-5", "6-9", "10"] as const;
type Size = (typeof SIZES)[number];

const LEAST: Readonly<Record<Size, number>> = { "1": 1, "2": 2, "3-5": 3, "6-9": 6, "10": 10 };

export const sizeOf = ({ counters }: Among): Size | null =>
  SIZES.findLast((size) => counters !== null && counters >= LEAST[size]) ?? null;

export interface Choice {
  readonly weeks: number;
  readonly measure: Measure;
  readonly size?: Size;
}

export function pageOf(nation: Nation, { weeks: count, measure, size }: Choice) {
  const weeks = weeksUntil(nation.now, count);
  const all = allAmong(nation, weeks);
  const counted = all.filter(({ coverage }) => coverage === "reliable");
  const sizes = SIZES.map((each) => ({ size: each, offices: counted.filter((one) => sizeOf(one) === each).length }));
  const most = Math.max(...sizes.map(({ offices }) => offices));
  const usual = most === 0 ? null : (sizes.find(({ offices }) => offices === most)?.size ?? null);
  const chosen = size ?? usual;
  const number = (coverage: Among["coverage"]) => all.filter((one) => one.coverage === coverage).length;
  return {
    ...weeks,
    coverage: {
      offices: all.length,
      reliable: counted.length,
      incomplete: number("incomplete"),
      silent: number("silent"),
      notJoined: number("not-joined"),
    },
    sizes: Object.fromEntries(sizes.filter(({ offices }) => offices > 0).map((each) => [each.size, each.offices])),
    uncounted: counted.filter((one) => sizeOf(one) === null).length,
    funnel: {
      measure,
      size: chosen,
      ...funnelOf(
        nation,
        counted.filter((one) => chosen !== null && sizeOf(one) === chosen),
        { measure, weeks },
      ),
    },
    regions: regionsOf(all),
    nation: accessOf(all),
    trend: { measure, ...trendOf(nation, measure) },
  };
}

/** To five digits: the last ones hang on the order in which one adds. */
export const digits = (value: number | null): string => (value === null ? "none" : value.toPrecision(5));

const pair = ({ count, of }: Share): string => `${count} of ${of}`;

function funnelOf(
  nation: Nation,
  alike: readonly Among[],
  { measure, weeks }: { readonly measure: Measure; readonly weeks: Weeks },
) {
  const bounds = boundsOf(alike.map(({ shares }) => shares[measure]));
  const some = alike.filter(({ shares }) => shares[measure].of > 0);
  const sided = some.map((office) => ({
    office,
    share: office.shares[measure],
    side: outOf(office.shares[measure], bounds),
  }));
  return {
    centre: bounds.centre,
    spread: digits(bounds.spread),
    byChance: digits(2 * beyond(ONE_IN_THOUSAND) * some.length),
    inside: sided
      .filter(({ side }) => side === null)
      .map(({ share }) => pair(share))
      .sort(),
    outside: Object.fromEntries(
      sided
        .filter(({ side }) => side !== null)
        .map(({ office: { code, name, complete, visits }, share, side }) => [
          code,
          { name, side, ...share, complete, visits, changes: changesOf(nation, code, weeks) },
        ]),
    ),
  };
}

/** The names of an office's acts that the page tells, the latest first. */
const TOLD = [
  "queue-added",
  "queue-activated",
  "queue-deactivated",
  "queue-archived",
  "hours-changed",
  "exception-added",
];

function changesOf({ offices, now }: Nation, code: string, { from, to }: Weeks): string {
  const acts = offices.find(({ office }) => office.code === code)?.office.acts ?? [];
  const isOfWeeks = (one: LogAct) => stands(one, now) && from <= dateAt(one.at) && dateAt(one.at) <= to;
  const told = acts.filter((one) => TOLD.includes(one.act) && isOfWeeks(one));
  const days = [...Map.groupBy(told, ({ at }) => dateAt(at))].sort(([a], [b]) => (a < b ? 1 : -1));
  const lines = days.flatMap(([date, those]) =>
    [...new Set(those.map(({ act }) => act))].sort().map((act) => `${date} ${act}`),
  );
  return lines.slice(0, 3).join(", ");
}

function accessOf(all: readonly Among[]) {
  const seen = all.flatMap(({ thirdFree }) => (thirdFree === undefined ? [] : [thirdFree]));
  const within = (share: number) => {
    const days = atShare(
      seen.map((each) => each ?? Number.POSITIVE_INFINITY),
      share,
    );
    return days === Number.POSITIVE_INFINITY ? null : days;
  };
  return {
    offices: seen.length,
    median: within(0.5),
    nineOfTen: within(0.9),
    none: seen.filter((each) => each === null).length,
  };
}

const regionsOf = (all: readonly Among[]) =>
  Object.fromEntries(
    [...Map.groupBy(all, ({ region }) => region ?? "none")].map(([region, those]) => [region, accessOf(those)]),
  );

const TREND_WEEKS = 26;

/** Each week over the offices that recorded four of five of its visits. */
function trendOf({ offices, closures, now }: Nation, measure: Measure) {
  const { from, to } = weeksUntil(now, TREND_WEEKS);
  const weeks = Array.from({ length: TREND_WEEKS }, (_, index) => {
    const monday = dayAfter(from, 7 * index);
    const those = offices.map((days) => daysIn(days, { from: monday, to: dayAfter(monday, 6) })).filter(isMostlyWhole);
    return { monday, offices: those.length, ...sharesOf(those.flat())[measure] };
  });
  const { bounds, levels } = trendOver(weeks);
  return {
    weeks: weeks.map((week, index) => {
      const { low = null, high = null, side = null } = bounds[index] ?? {};
      return { ...week, low: digits(low), high: digits(high), side };
    }),
    levels,
    marks: closures
      .filter(({ date }) => from <= date && date <= to)
      .map(({ date, text }) => `${dayAfter(date, 1 - weekdayOf(date))} ${text}`),
  };
}

function isMostlyWhole(days: ReturnType<typeof daysIn>): boolean {
  const visits = sum(days.map(({ completeness }) => completeness.visits));
  const complete = sum(days.map(({ completeness }) => completeness.complete));
  return visits > 0 && complete * 5 >= visits * 4;
}
