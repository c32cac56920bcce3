import { describe, expect, test } from "vitest";
import { type PublishedCount, WITHHELD } from "../../src/measures/open-data/display.ts";
import { disturb, FEWEST } from "../../src/measures/open-data/disturb.ts";
import { ALL_GROUPS, type MonthRow } from "../../src/measures/open-data/month.ts";
import { STATISTIC_NAMES, STATISTICS } from "../../src/measures/open-data/statistics.ts";
import { OUTCOME_GROUPS, type OutcomeGroup, type VisitOutcome } from "../../src/measures/outcomes/outcomes.ts";
import { attack } from "./attack.ts";
import { countIn, keyOf, kindOf, NATIONS, rowsOf, type Story, stories } from "./stories.ts";
import { drawsOf, officeMonth } from "./truth.ts";

describe("whoever subtracts figures, by months, groups, totals, versions and neighbours, learns the count of nobody", () => {
  test.each(Object.entries(NATIONS))("%s", (name, kinds) => {
    const all = { tries: 0, recovered: [] as string[] };
    for (const { versions, counted, key, month, relations } of stories(kinds)) {
      const truth = (office: string, state: number, group: OutcomeGroup, outcome: VisitOutcome) =>
        countIn(counted(office, state), group, outcome);
      const seen = (office: string, state: number, group: OutcomeGroup, outcome: VisitOutcome) =>
        disturb(truth(office, state, group, outcome), `${month} ${office} ${group} ${outcome}`, key);
      for (const tried of [attack(versions, { truth, relations }), attack(versions, { truth, seen })]) {
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
