import { dayAfter } from "../athens.ts";
import type { OfficeDay } from "../office-day.ts";
import { isInTime, isOnTime } from "../weeks.ts";

/** What closed weeks of one office come to among all, day by day and visit by visit, as docs/decisions/0062 says. */
export interface Among {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  /** On which anybody was recorded */
  readonly days: number;
  /** null: nothing was counted */
  readonly counters: number | null;
  readonly visits: number;
  readonly complete: number;
  readonly coverage: "reliable" | "incomplete" | "silent" | "not-joined";
  readonly shares: Readonly<Record<Measure, Share>>;
  readonly waits: Readonly<Record<"appointment" | "walk-in", readonly number[]>>;
  /** In the last night of the weeks: days, null for none at all; undefined: nobody looked */
  readonly thirdFree: number | null | undefined;
}

export const MEASURES = ["on-time", "soon", "no-shows"] as const;
export type Measure = (typeof MEASURES)[number];

export interface Share {
  readonly count: number;
  readonly of: number;
}

interface Office {
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly hasJoined: boolean;
}

/** @param days of the weeks, in their order @param last the Sunday on which these end */
export function amongAll({ hasJoined, ...office }: Office, days: readonly OfficeDay[], last: string): Among {
  const recorded = days.filter(({ completeness }) => completeness.visits > 0);
  const visits = sum(days.map(({ completeness }) => completeness.visits));
  const complete = sum(days.map(({ completeness }) => completeness.complete));
  return {
    code: office.code,
    name: office.name,
    region: office.region,
    days: recorded.length,
    counters: days.length === 0 ? null : Math.max(...days.map(({ capacity }) => capacity.counters)),
    visits,
    complete,
    coverage: coverageOf({ visits, complete, days: recorded.length, hasJoined }),
    shares: sharesOf(days),
    waits: { appointment: waitsOf(days, "appointment"), "walk-in": waitsOf(days, "walk-in") },
    thirdFree: lastNight(days.filter(({ date }) => date > dayAfter(last, -7))),
  };
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

interface Recorded extends Pick<Office, "hasJoined"> {
  readonly visits: number;
  readonly complete: number;
  readonly days: number;
}

function coverageOf({ visits, complete, days, hasJoined }: Recorded): Among["coverage"] {
  if (complete === 0) return visits > 0 || hasJoined ? "silent" : "not-joined";
  return complete * 5 >= visits * 4 && days >= 10 ? "reliable" : "incomplete";
}

const SOON_SECONDS = 31 * 60;

export function sharesOf(days: readonly OfficeDay[]): Record<Measure, Share> {
  const courses = days.flatMap((day) => day.courses);
  const present = courses.filter(isInTime);
  const known = courses.filter(({ appointed, hasCome, isMissed }) => appointed !== null && (hasCome || isMissed));
  const without = courses.filter(
    ({ appointed, came, begun, left }) => appointed === null && came !== null && (begun ?? left) !== null,
  );
  const isSoon = ({ came, begun }: (typeof courses)[number]) =>
    begun !== null && begun - (came as number) < SOON_SECONDS;
  return {
    "on-time": { count: present.filter(isOnTime).length, of: present.length },
    soon: { count: without.filter(isSoon).length, of: without.length },
    "no-shows": { count: known.filter(({ hasCome }) => !hasCome).length, of: known.length },
  };
}

const waitsOf = (days: readonly OfficeDay[], manner: string): number[] =>
  days.flatMap(({ cells }) =>
    cells.filter((cell) => cell.measure === "wait" && cell.class === manner).map(({ value }) => value),
  );

/** Where nobody served in the whole week, nobody is told that something was free. */
function lastNight(week: readonly OfficeDay[]): number | null | undefined {
  const seen = week.filter(({ thirdFree }) => thirdFree !== undefined);
  return sum(week.map(({ capacity }) => capacity.openMinutes)) > 0 ? seen.at(-1)?.thirdFree : undefined;
}
