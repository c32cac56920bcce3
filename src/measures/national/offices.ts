import type { Share } from "../contract.ts";
import { COMPLETE_SHARE, DAYS_NEEDED } from "../wait-estimate.ts";
import type { NationalMeasure, Size } from "./choices.ts";
import type { OfficesOfRegion } from "./contract.ts";

/** One office among all, by the sums of its weeks. Pure. */

export interface OfficeSums {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly hasJoined: boolean;
  /** All null: nothing was counted */
  readonly days: number | null;
  readonly counters: number | null;
  readonly visits: number | null;
  readonly complete: number | null;
  readonly onTime: number | null;
  readonly present: number | null;
  readonly noShows: number | null;
  readonly due: number | null;
  readonly soon: number | null;
  readonly walkIns: number | null;
  /** Whether free times were looked for in any night of the last week, in which it was open */
  readonly looked: boolean;
  readonly thirdFreeDays: number | null;
}

export type Recording = OfficesOfRegion["offices"][number]["coverage"];

/** Whoever recorded nothing whole has joined all the same, once a visit or the questionnaire says so. */
export function recordingStateOf({ visits, complete, days, hasJoined }: OfficeSums): Recording {
  if (!visits || !complete) return hasJoined || visits ? "silent" : "not-joined";
  return complete >= COMPLETE_SHARE * visits && (days ?? 0) >= DAYS_NEEDED ? "reliable" : "incomplete";
}

export const shareOf = (office: OfficeSums, measure: NationalMeasure): Share => {
  const shares = {
    "on-time": { count: office.onTime, of: office.present },
    soon: { count: office.soon, of: office.walkIns },
    "no-shows": { count: office.noShows, of: office.due },
  };
  const { count, of } = shares[measure];
  return { count: count ?? 0, of: of ?? 0 };
};

const FIRST_COUNTER: readonly (readonly [Size, number])[] = [
  ["10", 10],
  ["6-9", 6],
  ["3-5", 3],
  ["2", 2],
  ["1", 1],
];

/** null: nobody counted its counters */
export const sizeOf = ({ counters }: OfficeSums): Size | null =>
  FIRST_COUNTER.find(([, first]) => (counters ?? 0) >= first)?.[0] ?? null;

export const byName = (a: { name: string; code: string }, b: { name: string; code: string }): number =>
  COLLATOR.compare(a.name, b.name) || COLLATOR.compare(a.code, b.code);

export const COLLATOR = new Intl.Collator("el", { numeric: true });
