import { sum } from "../counts.ts";
import { spreadOf } from "../figures/spread.ts";
import {
  type GroupOutcomes,
  OUTCOME_GROUPS,
  OUTCOMES,
  type OutcomeGroup,
  type VisitOutcome,
} from "../outcomes/outcomes.ts";
import { COMPLETE_SHARE } from "../wait-estimate.ts";
import { type DisturbedSum, displayed, displayedSum, disturbedSum, type PublishedCount, WITHHELD } from "./display.ts";
import { type CountedCell, cellOf, exactSum, isSafeSum } from "./nation.ts";
import { STATISTIC_NAMES, STATISTICS, type Statistic, TIMED } from "./statistics.ts";

/** The figures of a month, of each office and of the nation, by groups of services (docs/decisions/0063-open-data-of-months.md). Pure. */

export const ALL_GROUPS = "all";
export type FigureGroup = OutcomeGroup | typeof ALL_GROUPS;
const FIGURE_GROUPS: readonly FigureGroup[] = [ALL_GROUPS, ...OUTCOME_GROUPS];

export interface PublishedOffice {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  readonly regionalUnit: string | null;
  readonly region: string | null;
}

export interface OutcomeDay {
  readonly outcomes: GroupOutcomes;
  /** Of all queues; null: not counted */
  readonly openMinutes: number | null;
  /** Undefined: nobody looked; null: nothing was free within nine weeks */
  readonly thirdFreeDays: number | null | undefined;
}

export interface OfficeMonth {
  readonly office: PublishedOffice;
  readonly days: readonly OutcomeDay[];
}

/** Null: not recorded, which is not zero. */
export interface MonthRow {
  readonly office: PublishedOffice | null;
  readonly group: FigureGroup;
  readonly isRecorded: boolean;
  readonly figures: Readonly<Record<Statistic, PublishedCount>> | null;
  /** Figures that are neither rounded nor moved; only of the nation */
  readonly exact: readonly Statistic[];
  /** Of the whole office */
  readonly coverage: MonthCoverage | null;
}

export interface MonthCoverage {
  readonly daysOpen: number;
  readonly daysRecorded: PublishedCount;
  /** Of visits the waiting is known of four in five at least; null: too few visits to say */
  readonly isComplete: boolean | null;
  readonly accessNights: number;
  /** Days to the third free place by telephone; null: none within nine weeks, or no night was looked at */
  readonly accessMedian: number | null;
  readonly accessNineOfTen: number | null;
}

type MonthCells = Readonly<Record<OutcomeGroup, Readonly<Record<VisitOutcome, CountedCell>>>>;

/** What an office adds to the month: its own rows, and its part of the nation's. */
export interface OfficePart {
  readonly rows: readonly MonthRow[];
  readonly cells: MonthCells;
}

/** @param month «2026-10» */
export function officePart({ office, days }: OfficeMonth, month: string, key: Uint8Array): OfficePart {
  const cells = cellsOf(days, `${month} ${office.code}`, key);
  return { rows: officeRows(office, days, cells), cells };
}

/** The nation's rows, then those of each office. */
export const monthRows = (parts: readonly OfficePart[]): MonthRow[] => [
  ...nationRows(parts.map(({ cells }) => cells)),
  ...parts.flatMap(({ rows }) => rows),
];

function cellsOf(days: readonly OutcomeDay[], of: string, key: Uint8Array): MonthCells {
  const countOf = (group: OutcomeGroup, outcome: VisitOutcome): number =>
    sum(days.map(({ outcomes }) => outcomes[group]?.[outcome] ?? 0));
  const ofGroup = (group: OutcomeGroup) =>
    Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, cellOf(countOf(group, outcome), `${of} ${group} ${outcome}`, key)]),
    );
  return Object.fromEntries(OUTCOME_GROUPS.map((group) => [group, ofGroup(group)])) as MonthCells;
}

const groupsOf = (group: FigureGroup): readonly OutcomeGroup[] => (group === ALL_GROUPS ? OUTCOME_GROUPS : [group]);

const disturbedIn = (cells: MonthCells, group: FigureGroup, outcomes: readonly VisitOutcome[]): number[] =>
  groupsOf(group).flatMap((one) => outcomes.map((outcome) => cells[one][outcome].disturbed));

function officeRows(office: PublishedOffice, days: readonly OutcomeDay[], cells: MonthCells): MonthRow[] {
  const isRecorded = isRecordedIn(cells);
  return FIGURE_GROUPS.map((group) => {
    const figures = isRecorded
      ? figuresOf((statistic) => displayed(disturbedIn(cells, group, STATISTICS[statistic])))
      : null;
    const coverage = group === ALL_GROUPS ? coverageOf(days, cells, figures?.visits ?? null) : null;
    return { office, group, isRecorded, figures, exact: [], coverage };
  });
}

/** Somebody noted of somebody what became of the visit */
const isRecordedIn = (cells: MonthCells): boolean => sum(disturbedIn(cells, ALL_GROUPS, NOTED)) > 0;
const NOTED = OUTCOMES.filter((outcome) => outcome !== "unresolved");

const figuresOf = (shown: (statistic: Statistic) => PublishedCount): Readonly<Record<Statistic, PublishedCount>> =>
  Object.fromEntries(STATISTIC_NAMES.map((statistic) => [statistic, shown(statistic)])) as Record<
    Statistic,
    PublishedCount
  >;

/** With fewer visits than days that a month has, the days on which anybody came would say how many came. */
const VISITS_FOR_DAYS = 50;

function coverageOf(days: readonly OutcomeDay[], cells: MonthCells, visits: PublishedCount | null): MonthCoverage {
  const open = days.filter(({ openMinutes }) => (openMinutes ?? 0) > 0);
  const recorded = open.filter(({ outcomes }) => hasVisits(outcomes)).length;
  const isShown = visits === null || visits === 0 || (visits !== WITHHELD && visits >= VISITS_FOR_DAYS);
  const looked = days.flatMap(({ thirdFreeDays }) => (thirdFreeDays === undefined ? [] : [thirdFreeDays]));
  const access = spreadOf(countsOf(looked.map((ahead) => ahead ?? Number.POSITIVE_INFINITY)));
  return {
    daysOpen: open.length,
    daysRecorded: isShown ? recorded : WITHHELD,
    isComplete: visits === null || visits === WITHHELD || visits === 0 ? null : isComplete(cells),
    accessNights: looked.length,
    accessMedian: withinReach(access.median),
    accessNineOfTen: withinReach(access.nineOfTen),
  };
}

const hasVisits = (outcomes: GroupOutcomes): boolean =>
  Object.values(outcomes).some((counts) => STATISTICS.visits.some((outcome) => (counts[outcome] ?? 0) > 0));

/** By the same disturbed counts, so that nothing more is known by it */
const isComplete = (cells: MonthCells): boolean =>
  sum(disturbedIn(cells, ALL_GROUPS, TIMED)) >= COMPLETE_SHARE * sum(disturbedIn(cells, ALL_GROUPS, STATISTICS.visits));

function countsOf(values: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const withinReach = (ahead: number | null): number | null => (ahead === Number.POSITIVE_INFINITY ? null : ahead);

/** One outcome of a group in all offices. */
interface NationCell extends DisturbedSum {
  readonly exact: number;
  readonly isSafe: boolean;
}

function nationRows(offices: readonly MonthCells[]): MonthRow[] {
  const sums = nationCells(offices);
  const isAnyRecorded = offices.some(isRecordedIn);
  return FIGURE_GROUPS.map((group) => {
    const cells = (statistic: Statistic): NationCell[] =>
      groupsOf(group).flatMap((one) => STATISTICS[statistic].map((outcome) => sums[one][outcome]));
    const isExact = (statistic: Statistic): boolean => cells(statistic).every(({ isSafe }) => isSafe);
    const all = (statistic: Statistic, of: "exact" | "total" | "least") =>
      sum(cells(statistic).map((cell) => cell[of]));
    const figures = figuresOf((statistic) =>
      isExact(statistic)
        ? all(statistic, "exact")
        : displayedSum({ total: all(statistic, "total"), least: all(statistic, "least") }),
    );
    return {
      office: null,
      group,
      isRecorded: isAnyRecorded,
      figures: isAnyRecorded ? figures : null,
      exact: isAnyRecorded ? STATISTIC_NAMES.filter(isExact) : [],
      coverage: null,
    };
  });
}

function nationCells(
  offices: readonly MonthCells[],
): Readonly<Record<OutcomeGroup, Readonly<Record<VisitOutcome, NationCell>>>> {
  const cellOfNation = (group: OutcomeGroup, outcome: VisitOutcome): NationCell => {
    const cells = offices.map((each) => each[group][outcome]);
    return {
      ...disturbedSum(cells.map(({ disturbed }) => disturbed)),
      exact: exactSum(cells),
      isSafe: isSafeSum(cells),
    };
  };
  const ofGroup = (group: OutcomeGroup) =>
    Object.fromEntries(OUTCOMES.map((outcome) => [outcome, cellOfNation(group, outcome)]));
  return Object.fromEntries(OUTCOME_GROUPS.map((group) => [group, ofGroup(group)])) as Readonly<
    Record<OutcomeGroup, Readonly<Record<VisitOutcome, NationCell>>>
  >;
}
