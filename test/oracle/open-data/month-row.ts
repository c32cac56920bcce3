import { type Cell, isFew, mayBeTold, movedTo, WITHHELD } from "./cell.ts";
import type { FigureSum, TimedShare } from "./draw.ts";
import type { OfficeMonth } from "./office-month.ts";
import { FIGURES, isNoted, isTimed, type Outcome } from "./outcome.ts";

/** A row of a month's file, by the names of its fields. */
export interface MonthRow extends Readonly<Record<string, string | number | boolean | null>> {
  readonly office: string | null;
  readonly group: string;
}

const GROUPS = ["signatures", "certificates", "vehicles", "benefits", "collection", "other", "none"];
export const groupsIn = (): readonly string[] => ["all", ...GROUPS];

export interface RowExpectation {
  /** Where several would be right, what was told if it is one of them */
  readonly row: MonthRow;
  readonly told: readonly FigureSum[];
  readonly share: TimedShare | null;
}

/** @param told as it was published @param offices all of them, as they were counted by then */
export function expectedRow(told: MonthRow, offices: readonly OfficeMonth[]): RowExpectation {
  const those = told.office === null ? offices : offices.filter(({ code }) => code === told.office);
  const office = told.office === null ? null : (those[0] ?? null);
  const cells = those.flatMap((each) => each.cells);
  const own = cells.filter(({ group }) => told.group === "all" || group === told.group);
  const isRecorded = cells.some(({ outcome }) => isNoted(outcome));
  const figures = isRecorded
    ? Object.entries(FIGURES).map(([name, isOf]) =>
        expectedFigure(told, { name, of: own.filter(({ outcome }) => isOf(outcome)) }),
      )
    : [];
  const coverage = office && told.group === "all" ? expectedCoverage(told, office) : null;
  const row = {
    ...told,
    level: office ? "office" : "nation",
    name: office?.name ?? null,
    region: office?.region ?? null,
    recorded: isRecorded,
    ...Object.fromEntries(Object.keys(FIGURES).map((name) => [name, null])),
    ...Object.fromEntries(figures.map(({ name, value }) => [name, value])),
    exact: figures.flatMap(({ name, isExact }) => (isExact ? [name] : [])).join(" ") || null,
    ...NO_COVERAGE,
    ...coverage?.fields,
  };
  return { row, told: figures.flatMap(({ moved }) => moved ?? []), share: coverage?.share ?? null };
}

interface FigureExpectation {
  readonly name: string;
  readonly value: number | string;
  readonly isExact: boolean;
  readonly moved: FigureSum | null;
}

function expectedFigure(
  told: MonthRow,
  { name, of }: { readonly name: string; readonly of: readonly Cell[] },
): FigureExpectation {
  const value = told[name];
  const isSaidExact = String(told.exact ?? "")
    .split(" ")
    .includes(name);
  const exactness = told.office === null ? exactnessOf(of) : "never";
  const isExact = exactness === "either" ? isSaidExact : exactness === "always";
  if (isExact) return { name, value: of.reduce((sum, { count }) => sum + count, 0), isExact, moved: null };
  const may = mayBeTold(of);
  const isRight = (typeof value === "number" || value === WITHHELD) && may.has(value);
  return {
    name,
    value: isRight ? value : `one of ${[...may].join(" ")}`,
    isExact,
    moved: isRight ? { cells: of, value } : null,
  };
}

const OFFICES = 8;

/**
 * The nation's, where of each group and outcome nobody is one of few in any office, or so many offices have few that eight could
 * have one more and eight one less: whether they could hangs on how they were moved.
 */
function exactnessOf(of: readonly Cell[]): "always" | "never" | "either" {
  const alike = Map.groupBy(
    of.filter(({ count }) => isFew(count)),
    ({ group, outcome }) => JSON.stringify([group, outcome]),
  );
  if (alike.size === 0) return "always";
  return [...alike.values()].some((those) => those.length < OFFICES) ? "never" : "either";
}

const NO_COVERAGE = {
  daysOpen: null,
  daysRecorded: null,
  complete: null,
  accessNights: null,
  accessMedian: null,
  accessNineOfTen: null,
};
const FEWEST_VISITS = 50;

function expectedCoverage({ visits, complete }: MonthRow, { cells, ...counted }: OfficeMonth) {
  const isSaid = visits === null || visits === 0 || (typeof visits === "number" && visits >= FEWEST_VISITS);
  const isComparable = typeof visits === "number" && visits > 0;
  const here = cells.filter(({ outcome }) => (FIGURES.visits as (one: Outcome) => boolean)(outcome));
  const [timed, untimed] = [true, false].map((is) => here.filter(({ outcome }) => isTimed(outcome) === is)) as [
    Cell[],
    Cell[],
  ];
  const { daysOpen, daysRecorded, accessNights, accessMedian, accessNineOfTen } = counted;
  return {
    fields: {
      daysOpen,
      daysRecorded: isSaid ? daysRecorded : WITHHELD,
      complete: isComparable ? expectedCompleteness(complete === true, { timed, untimed }) : null,
      accessNights,
      accessMedian,
      accessNineOfTen,
    },
    share: isComparable && typeof complete === "boolean" ? { timed, untimed, isComplete: complete } : null,
  };
}

/** As it was told, if counts may have been moved so. */
function expectedCompleteness(
  isComplete: boolean,
  { timed, untimed }: { readonly timed: readonly Cell[]; readonly untimed: readonly Cell[] },
): boolean {
  const sum = (cells: readonly Cell[], end: 0 | 1) =>
    cells.reduce((total, { count }) => total + movedTo(count)[end], 0);
  const mayBe = isComplete ? sum(timed, 1) >= 4 * sum(untimed, 0) : sum(timed, 0) < 4 * sum(untimed, 1);
  return mayBe ? isComplete : !isComplete;
}
