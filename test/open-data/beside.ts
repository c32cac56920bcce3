import { WITHHELD } from "../../src/measures/open-data/display.ts";
import { STATISTICS, TIMED } from "../../src/measures/open-data/statistics.ts";
import { OUTCOME_GROUPS, OUTCOMES, type VisitOutcome } from "../../src/measures/outcomes/outcomes.ts";
import type { Cells, PublishedVersion } from "./attack.ts";
import type { SumBounds } from "./bounds.ts";

/** What somebody concludes from what stands beside the figures: days, completeness, the office's page, and how a correction came about. */

export interface Beside {
  /** Of counts as they were moved */
  readonly moved: readonly SumBounds[];
  /** Of counts as they were */
  readonly counted: readonly SumBounds[];
}

/** What they were told of an office's correction: that people were added, and none taken away. */
export interface Relation {
  readonly office: string;
  readonly earlier: number;
  readonly later: number;
}

const GREATEST = 1_000_000;
/** Of whom the office's page tells how long they waited, and on how many days there was anybody */
export const WAITED = {
  "walk-in": OUTCOMES.filter((outcome) => /^walk-in-\d+$/.test(outcome)),
  appointment: OUTCOMES.filter((outcome) => /^appointment-\d+$/.test(outcome)),
} as const;

export function besideFigures(
  versions: readonly PublishedVersion[],
  cells: Cells,
  relations: readonly Relation[],
): Beside {
  const sides = versions.map((version) => besideVersion(version, cells));
  return {
    moved: sides.flatMap(({ moved }) => moved),
    counted: [...sides.flatMap(({ counted }) => counted), ...relations.flatMap((each) => sumsOfRelation(each, cells))],
  };
}

function besideVersion({ rows, stateOf, daysWaited }: PublishedVersion, cells: Cells): Beside {
  const moved: SumBounds[] = [];
  const counted: SumBounds[] = [];
  for (const { office, coverage } of rows) {
    if (!office || !coverage) continue;
    const state = stateOf.get(office.code) as number;
    const indexes = (outcomes: readonly VisitOutcome[]) =>
      OUTCOME_GROUPS.flatMap((group) => outcomes.map((outcome) => cells.indexOf(office.code, state, group, outcome)));
    const { daysRecorded, isComplete } = coverage;
    if (daysRecorded !== WITHHELD) counted.push({ of: indexes(STATISTICS.visits), lo: daysRecorded, hi: GREATEST });
    for (const [kind, days] of Object.entries(daysWaited?.(office.code, state) ?? {}))
      counted.push({ of: indexes(WAITED[kind as keyof typeof WAITED]), lo: days, hi: GREATEST });
    if (isComplete !== null) moved.push(completeness(indexes, isComplete));
  }
  return { moved, counted };
}

/** Four in five are timed: as many at least as four times those who are not. */
function completeness(indexes: (outcomes: readonly VisitOutcome[]) => number[], isComplete: boolean): SumBounds {
  const [timed, untimed] = [indexes(TIMED), indexes(STATISTICS.visits.filter((outcome) => !TIMED.includes(outcome)))];
  const times = [...timed.map(() => 1), ...untimed.map(() => -4)];
  return {
    of: [...timed, ...untimed],
    times,
    ...(isComplete ? { lo: 0, hi: GREATEST } : { lo: -4 * GREATEST, hi: -1 }),
  };
}

const sumsOfRelation = ({ office, earlier, later }: Relation, cells: Cells): SumBounds[] =>
  OUTCOME_GROUPS.flatMap((group) =>
    OUTCOMES.map((outcome) => ({
      of: [later, earlier].map((state) => cells.indexOf(office, state, group, outcome)),
      times: [1, -1],
      lo: 0,
      hi: GREATEST,
    })),
  );
