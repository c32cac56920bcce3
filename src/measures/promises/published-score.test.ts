import { expect, test } from "vitest";
import { publishedScore } from "./published-score.ts";
import { NO_OUTCOMES } from "./score.ts";

const MOST = 1_200;

test("from what is published of a score nobody can tell that it was not right for one to seven people, nor for how many of how many", () => {
  const consistent = new Map<string, Set<number>>();
  const cases = new Map<string, Set<number>>();
  for (let of = 1; of <= MOST; of++)
    for (let kept = 0; kept <= of; kept++) {
      const score = publishedScore({ ...NO_OUTCOMES, within: kept, longer: of - kept });
      if (!score) continue;
      const told = `${score.tenths} of ${score.least}`;
      consistent.set(told, (consistent.get(told) ?? new Set()).add(of - kept));
      cases.set(told, (cases.get(told) ?? new Set()).add(of));
    }
  const few = [...consistent].filter(([, wrong]) => wrong.size < 3 && [...wrong].some((each) => each > 0 && each < 8));
  process.stdout.write(`scores of 1 to ${MOST} cases: ${consistent.size} sentences, ${few.length} tell of few\n`);
  expect(consistent.size).toBeGreaterThan(40);
  expect(few).toEqual([]);
  expect([...cases].filter(([told, of]) => !told.endsWith(" 1000") && of.size < 50)).toEqual([]);
});

test.each([
  [49, 0, null],
  [50, 0, { tenths: 10, least: 50 }],
  [89, 11, { tenths: 8, least: 100 }],
  [90, 9, { tenths: 9, least: 50 }],
  [199, 1, { tenths: 9, least: 200 }],
  [0, 499, { tenths: 0, least: 200 }],
  [5_000, 0, { tenths: 10, least: 5_000 }],
])("%i right and %i not", (within, longer, score) => {
  expect(publishedScore({ ...NO_OUTCOMES, within, longer })).toEqual(score);
});
