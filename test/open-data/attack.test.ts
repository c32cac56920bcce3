import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type PublishedCount, WITHHELD } from "../../src/measures/open-data/display.ts";
import { disturb, FEWEST } from "../../src/measures/open-data/disturb.ts";
import {
  ALL_GROUPS,
  type MonthRow,
  monthRows,
  type OfficeMonth,
  officePart,
} from "../../src/measures/open-data/month.ts";
import { STATISTIC_NAMES, STATISTICS } from "../../src/measures/open-data/statistics.ts";
import { OUTCOME_GROUPS, type OutcomeGroup, type VisitOutcome } from "../../src/measures/outcomes/outcomes.ts";
import { attack, type PublishedVersion } from "./attack.ts";
import { type CountOf, type Draw, drawsOf, KINDS, officeMonth } from "./truth.ts";

/** More of them by SEEDS=… */
const SEEDS = Number(process.env.SEEDS ?? 3);
const MONTHS = ["2026-09", "2026-10"];

const rowsOf = (offices: readonly OfficeMonth[], month: string, key: Uint8Array): MonthRow[] =>
  monthRows(offices.map((each) => officePart(each, month, key)));

interface Story {
  readonly month: string;
  readonly versions: readonly PublishedVersion[];
  readonly counted: (office: string, state: number) => OfficeMonth;
  readonly key: Uint8Array;
}

/** A month of some offices, published, and corrected twice: of one office by one person, then of another wholly. */
function story(month: string, kinds: readonly string[], draw: Draw, key: Uint8Array): Story {
  const states = new Map<string, OfficeMonth[]>();
  const codes = kinds.map((_, index) => String(index + 1).padStart(4, "0"));
  const anew = (code: string) => {
    return officeMonth(code, kindOf(kinds[Number(code) - 1] as string)(draw), draw);
  };
  for (const code of codes) states.set(code, [anew(code)]);
  const versions: PublishedVersion[] = [];
  const publish = () => {
    const stateOf = new Map(codes.map((code) => [code, (states.get(code)?.length ?? 1) - 1]));
    const offices = codes.map((code) => states.get(code)?.at(-1) as OfficeMonth);
    versions.push({ rows: rowsOf(offices, month, key), stateOf });
  };
  publish();
  const [first, second] = [codes[0], codes.at(-1)] as [string, string];
  states.get(first)?.push(withOneMore(states.get(first)?.[0] as OfficeMonth));
  publish();
  states.get(second)?.push(anew(second));
  publish();
  return { month, versions, key, counted: (code, state) => states.get(code)?.[state] as OfficeMonth };
}

const kindOf = (name: string) => KINDS[name] as (draw: Draw) => CountOf;

const withOneMore = ({ office, days }: OfficeMonth): OfficeMonth => ({
  office,
  days: days.map((day, index) => {
    if (index > 0) return day;
    const counts = day.outcomes.certificates ?? {};
    const more = { ...counts, "walk-in-0": (counts["walk-in-0"] ?? 0) + 1 };
    return { ...day, outcomes: { ...day.outcomes, certificates: more } };
  }),
});

const countIn = ({ days }: OfficeMonth, group: OutcomeGroup, outcome: VisitOutcome): number =>
  days.reduce((sum, { outcomes }) => sum + (outcomes[group]?.[outcome] ?? 0), 0);

const keyOf = (seed: number) => createHash("sha256").update(`invented ${seed}`).digest();

const NATIONS: Readonly<Record<string, readonly string[]>> = {
  "one office of one counter": ["one counter"],
  "two neighbours, one of them empty but for a few": ["tiny", "usual"],
  "offices of which figures would say most": ["one of each", "seven of each", "least beside most", "one group"],
  "one of each, alone": ["one of each"],
  "a nation of many": Array.from({ length: 24 }, (_, index) => Object.keys(KINDS)[index % 8] as string),
};

/** Of a nation each seed takes long. */
function* stories(kinds: readonly string[]): Generator<Story> {
  for (let seed = 1; seed <= (kinds.length > 10 ? Math.ceil(SEEDS / 3) : SEEDS); seed++)
    for (const month of MONTHS) yield story(month, kinds, drawsOf(seed), keyOf(seed));
}

describe("whoever subtracts figures, by months, groups, totals, versions and neighbours, learns the count of nobody", () => {
  test.each(Object.entries(NATIONS))("%s", (name, kinds) => {
    const all = { tries: 0, recovered: [] as string[] };
    for (const { versions, counted, key, month } of stories(kinds)) {
      const truth = (office: string, state: number, group: OutcomeGroup, outcome: VisitOutcome) =>
        countIn(counted(office, state), group, outcome);
      const seen = (office: string, state: number, group: OutcomeGroup, outcome: VisitOutcome) =>
        disturb(truth(office, state, group, outcome), `${month} ${office} ${group} ${outcome}`, key);
      for (const tried of [attack(versions, truth), attack(versions, truth, seen)]) {
        all.tries += tried.tries;
        all.recovered.push(...tried.recovered);
      }
    }
    process.stdout.write(`open data, ${name}: ${all.tries} tries, ${all.recovered.length} recovered\n`);
    expect(all.tries).toBeGreaterThan(1_000);
    expect(all.recovered.slice(0, 5)).toEqual([]);
  });
});

interface FigureShown {
  readonly name: string;
  readonly shown: PublishedCount;
  /** The counts of which it is the sum */
  readonly cells: readonly number[];
}

const figuresOf = ({ versions, counted }: Story): FigureShown[] =>
  versions.flatMap(({ rows, stateOf }) => rows.flatMap((row) => figuresOfRow(row, stateOf, counted)));

function figuresOfRow(
  { office, group, figures }: MonthRow,
  stateOf: ReadonlyMap<string, number>,
  counted: Story["counted"],
): FigureShown[] {
  if (!figures) return [];
  const offices = office ? [office.code] : [...stateOf.keys()];
  const groups = group === ALL_GROUPS ? OUTCOME_GROUPS : [group];
  const cellsOf = (outcome: VisitOutcome) =>
    offices.flatMap((code) => groups.map((one) => countIn(counted(code, stateOf.get(code) as number), one, outcome)));
  return STATISTIC_NAMES.map((statistic) => ({
    name: `${office?.code ?? "nation"} ${group} ${statistic}`,
    shown: figures[statistic],
    cells: STATISTICS[statistic].flatMap(cellsOf),
  }));
}

/** Zero is nobody, and who is of fewer than eight is in no figure; small counts are moved by one each. */
function isRight({ shown, cells }: FigureShown): boolean {
  const truth = cells.reduce((sum, count) => sum + count, 0);
  const small = cells.filter((count) => count > 0 && count < FEWEST).length;
  if (truth === 0) return shown === 0;
  if (truth < FEWEST) return shown === WITHHELD;
  return shown === WITHHELD ? truth < FEWEST + 2 * small : Math.abs(shown - truth) <= 2 + small;
}

test.each(Object.entries(NATIONS))(
  "no figure is of one to seven people, and none is far from what was counted: %s",
  (_, kinds) => {
    const all = [...stories(kinds)].flatMap(figuresOf);
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((figure) => !isRight(figure)).slice(0, 3)).toEqual([]);
  },
);

test("the nation's figures are exact where many offices have few, and never where one has", () => {
  const draw = drawsOf(1);
  const offices = Array.from({ length: 90 }, (_, index) =>
    officeMonth(String(index).padStart(4, "0"), kindOf("one counter")(draw), draw),
  );
  const nation = rowsOf(offices, "2026-10", keyOf(1)).filter(({ office }) => office === null);
  const all = nation.find(({ group }) => group === ALL_GROUPS) as MonthRow;
  expect(all.exact).toContain("noShows");
  expect(all.exact.length).toBeGreaterThan(8);
  const missed = offices.flatMap((one) => OUTCOME_GROUPS.map((group) => countIn(one, group, "no-show")));
  expect(all.figures?.noShows).toBe(missed.reduce((sum, count) => sum + count, 0));
  for (const { versions } of stories(["one of each"]))
    for (const { rows } of versions)
      expect(rows.filter(({ office }) => !office).flatMap(({ exact }) => exact)).not.toContain("visits");
});

test("sums of many small counts stay what they are", () => {
  const draw = drawsOf(1);
  const shares = Array.from({ length: 30 }, (_, index) => {
    const month = officeMonth("0001", kindOf("one counter")(draw), draw);
    const all = rowsOf([month], "2026-10", keyOf(index)).find(({ office, group }) => office && group === ALL_GROUPS);
    const truth = STATISTICS.visits
      .flatMap((outcome) => OUTCOME_GROUPS.map((group) => countIn(month, group, outcome)))
      .reduce((sum, count) => sum + count, 0);
    return Number(all?.figures?.visits) / truth;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  process.stdout.write(`open data, visits as published by visits as counted: ${mean.toFixed(4)}\n`);
  expect(Math.abs(mean - 1)).toBeLessThan(0.01);
});
