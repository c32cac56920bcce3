import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { possibleCounts } from "../../src/measures/open-data/disturb.ts";
import { cellOf, exactSum, isSafeSum } from "../../src/measures/open-data/nation.ts";
import { countsKnown } from "./exact-rule.ts";
import { drawsOf } from "./truth.ts";

/** More of them by SEEDS=… */
const NATIONS = 18_000 + 2_000 * Number(process.env.SEEDS ?? 1);
const KEY = createHash("sha256").update("invented").digest();

/** As the rule has it, of what anybody can reckon */
const isSafe = (more: number, less: number) => Math.min(more, less) >= 8;

test("whether the nation's sum is exact says of no office what was counted", () => {
  const draw = drawsOf(7);
  const tried = { exact: 0, rounded: 0, known: [] as string[] };
  for (let nation = 0; nation < NATIONS; nation++) {
    const offices = 6 + Math.floor(draw() * 14);
    const [from, span] = [1 + Math.floor(draw() * 6), 1 + Math.floor(draw() * 3)];
    const cells = Array.from({ length: offices }, (_, office) =>
      cellOf(Math.min(7, from + Math.floor(draw() * span)), `${nation} ${office}`, KEY),
    );
    const isExact = isSafeSum(cells);
    const moved = cells.map(({ disturbed }) => disturbed);
    // With less room it is never exact, and with much more many could be otherwise.
    const room = moved.reduce((sum, seen) => sum + possibleCounts(seen).most - possibleCounts(seen).least, 0);
    if (room < (isExact ? 0 : 17) || room > 20) continue;
    tried[isExact ? "exact" : "rounded"]++;
    const known = countsKnown({ moved, isExact, sum: isExact ? exactSum(cells) : null }, isSafe);
    if (known.length > 0) tried.known.push(`${moved.join(" ")} ${isExact}`);
  }
  process.stdout.write(
    `open data, exact or not: ${tried.exact} exact sums and ${tried.rounded} others, ${tried.known.length} tell a count\n`,
  );
  expect(tried.exact).toBeGreaterThan(100);
  expect(tried.known.slice(0, 3)).toEqual([]);
});
