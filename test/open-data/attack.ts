import { WITHHELD } from "../../src/measures/open-data/display.ts";
import { possibleCounts } from "../../src/measures/open-data/disturb.ts";
import { ALL_GROUPS, type FigureGroup, type MonthRow } from "../../src/measures/open-data/month.ts";
import { STATISTIC_NAMES, STATISTICS } from "../../src/measures/open-data/statistics.ts";
import {
  OUTCOME_GROUPS,
  OUTCOMES,
  type OutcomeGroup,
  type VisitOutcome,
} from "../../src/measures/outcomes/outcomes.ts";
import { besideFigures, type Relation } from "./beside.ts";
import { type Bounds, narrow, type SumBounds } from "./bounds.ts";

/**
 * Somebody who has every version of a month, the program and the decision, but not the key: they subtract figures from each
 * other, and conclude from all sums at once between what each count must lie. They are told which offices a correction left alone.
 */

export interface PublishedVersion {
  readonly rows: readonly MonthRow[];
  /** Office → which of its counts these are: the same in versions between which nothing of it was changed */
  readonly stateOf: ReadonlyMap<string, number>;
  /** Of an office's counts, on how many days at least its page said that anybody had waited, by how they came */
  daysWaited?(office: string, state: number): Readonly<Partial<Record<"walk-in" | "appointment", number>>>;
}

/** What was counted, to see whether they are right. */
export type Truth = (office: string, state: number, group: OutcomeGroup, outcome: VisitOutcome) => number;

/** Counts so disturbed as offices' figures are made of: what even somebody who saw through all rounding would know. */
export type Disturbed = Truth;

export interface Tried {
  readonly tries: number;
  /** What was counted of one to seven people, and is known for certain */
  readonly recovered: readonly string[];
}

interface Figure extends SumBounds {
  readonly name: string;
}

const GREATEST = 1_000_000;
/** Of a withheld sum each part may be so much more than was surely counted; seven at most are more than none */
const WITHHELD_MOST = 7 + 7 * Math.max(...[1, 2, 3, 4, 5, 6, 7].map((seen) => seen - possibleCounts(seen).least));

export interface Attacker {
  readonly truth: Truth;
  /** Null: they know what was published, and no moved count */
  readonly seen?: Disturbed | null;
  /** What they were told of corrections */
  readonly relations?: readonly Relation[];
}

export function attack(versions: readonly PublishedVersion[], { truth, seen = null, relations = [] }: Attacker): Tried {
  const cells = cellsOf(versions, truth, seen);
  const figures = versions.map((version) => figuresOf(version, cells));
  const beside = besideFigures(versions, cells, relations);
  const moved = cells.all.map(({ disturbed }): Bounds => (seen ? exactly(disturbed) : { lo: 0, hi: GREATEST }));
  narrow(moved, [...figures.flatMap(({ rounded }) => rounded), ...beside.moved]);
  const bounds = moved.map(({ lo, hi }): Bounds => ({ lo: possibleCounts(lo).least, hi: possibleCounts(hi).most }));
  narrow(bounds, [...figures.flatMap(({ exact }) => exact), ...beside.counted]);
  const sumsOf = (of: readonly number[]): Sums => ({
    counted: of.reduce((sum, index) => sum + (cells.all[index] as Cell).counted, 0),
    lo: of.reduce((sum, index) => sum + (bounds[index] as Bounds).lo, 0),
    hi: of.reduce((sum, index) => sum + (bounds[index] as Bounds).hi, 0),
  });
  const recovered: string[] = [];
  let tries = 0;
  const look = (name: () => string, { counted, lo, hi }: Sums, also: Bounds = { lo: 0, hi: GREATEST }) => {
    tries++;
    const isKnown = Math.max(lo, also.lo) === Math.min(hi, also.hi);
    if (counted >= 1 && counted <= 7 && isKnown) recovered.push(`${name()}: ${counted}`);
  };
  for (const [index, { name }] of cells.all.entries()) look(() => name, sumsOf([index]));
  for (const { rounded, exact } of figures) {
    const summed = [...rounded, ...exact].map((figure) => ({ figure, sums: sumsOf(figure.of) }));
    for (const { figure, sums } of summed) look(() => figure.name, sums);
    for (const [whole, part] of nested(summed)) {
      const rest = {
        counted: whole.sums.counted - part.sums.counted,
        lo: whole.sums.lo - part.sums.lo,
        hi: whole.sums.hi - part.sums.hi,
      };
      const areExact = exact.includes(whole.figure) && exact.includes(part.figure);
      look(
        () => `${whole.figure.name} less ${part.figure.name}`,
        rest,
        differenceOf(whole.figure, part.figure, areExact),
      );
    }
  }
  return { tries, recovered };
}

interface Sums extends Bounds {
  readonly counted: number;
}

interface Summed {
  readonly figure: Figure;
  readonly sums: Sums;
}

/** Figures of disturbed counts say less of what was counted: a difference of two only in bounds of their parts. */
const differenceOf = (whole: Figure, part: Figure, areExact: boolean) =>
  areExact || !isDisturbing ? { lo: whole.lo - part.hi, hi: whole.hi - part.lo } : { lo: 0, hi: GREATEST };

/** Were it not so, what is subtracted is what was counted */
const isDisturbing = [1, 2, 3, 4, 5, 6, 7].some((seen) => possibleCounts(seen).least !== possibleCounts(seen).most);

interface Cell {
  readonly name: string;
  readonly counted: number;
  readonly disturbed: number;
}

export interface Cells {
  readonly all: readonly Cell[];
  indexOf(office: string, state: number, group: OutcomeGroup, outcome: VisitOutcome): number;
}

function cellsOf(versions: readonly PublishedVersion[], truth: Truth, seen: Disturbed | null): Cells {
  const states = new Set(
    versions.flatMap(({ stateOf }) => [...stateOf].map(([office, state]) => `${office} ${state}`)),
  );
  const indexes = new Map<string, number>();
  const all = [...states].flatMap((each) => {
    const [office, state] = each.split(" ") as [string, string];
    return OUTCOME_GROUPS.flatMap((group) =>
      OUTCOMES.map((outcome) => {
        const name = `${each} ${group} ${outcome}`;
        indexes.set(name, indexes.size);
        const of = [office, Number(state), group, outcome] as const;
        return { name, counted: truth(...of), disturbed: seen?.(...of) ?? 0 };
      }),
    );
  });
  return {
    all,
    indexOf: (office, state, group, outcome) => indexes.get(`${office} ${state} ${group} ${outcome}`) as number,
  };
}

interface Figures {
  readonly rounded: readonly Figure[];
  readonly exact: readonly Figure[];
}

function figuresOf({ rows, stateOf }: PublishedVersion, cells: Cells): Figures {
  const figures = rows.flatMap(({ office, group, figures, exact }) => {
    const offices = office ? [office.code] : [...stateOf.keys()];
    const indexes = (outcomes: readonly VisitOutcome[]) =>
      offices.flatMap((code) =>
        groupsOf(group).flatMap((one) =>
          outcomes.map((outcome) => cells.indexOf(code, stateOf.get(code) as number, one, outcome)),
        ),
      );
    return STATISTIC_NAMES.flatMap((statistic) => {
      const shown = figures?.[statistic];
      if (shown === undefined) return [];
      const isExact = exact.includes(statistic);
      const bounds = isExact ? exactly(shown as number) : boundsOf(shown);
      const name = `${office?.code ?? "nation"} ${group} ${statistic}`;
      return [{ name, of: indexes(STATISTICS[statistic]), ...bounds, isExact }];
    });
  });
  return { rounded: figures.filter(({ isExact }) => !isExact), exact: figures.filter(({ isExact }) => isExact) };
}

const groupsOf = (group: FigureGroup): readonly OutcomeGroup[] => (group === ALL_GROUPS ? OUTCOME_GROUPS : [group]);
const exactly = (count: number): Bounds => ({ lo: count, hi: count });

function boundsOf(shown: number | typeof WITHHELD): Bounds {
  if (shown === WITHHELD) return { lo: 1, hi: WITHHELD_MOST };
  return shown === 0 ? exactly(0) : { lo: shown - 2, hi: shown + 2 };
}

/** Each two figures of which one is a part of the other. */
function* nested(all: readonly Summed[]): Generator<readonly [Summed, Summed]> {
  const sets = all.map(({ figure }) => new Set(figure.of));
  for (const [at, whole] of all.entries())
    for (const part of all)
      if (part.figure.of.length < whole.figure.of.length && part.figure.of.every((index) => sets[at]?.has(index)))
        yield [whole, part];
}
