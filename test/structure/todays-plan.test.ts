import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

/** Where an office is as it was invented, its own plan is today's: closed on Sundays and holidays. */
const OPENS_TODAY = /openPlan\(page, "\w+"\)/;
const SEES_QUEUES = /toContainText\(["/]\^?Ουρά \d|name: [/"]\^?Ουρές\/|\.column\b/;
const OPENS_ANOTHER_DAY = /openTuesday|goto\(|dayWithRoom/;

function expectsQueuesToday(journey: string): boolean {
  const [, plan] = journey.split(OPENS_TODAY, 2);
  const sees = plan?.search(SEES_QUEUES) ?? -1;
  return plan !== undefined && sees >= 0 && !OPENS_ANOTHER_DAY.test(plan.slice(0, sees));
}

test("no journey expects an invented office to have its queues on whatever day it runs", async () => {
  const journeys = [...(await sourceFiles(["test/journeys"]))].flatMap(([path, text]) =>
    text.split(/^(?=test\()/m).map((journey) => ({ path, journey })),
  );
  const wrong = journeys.filter(({ journey }) => expectsQueuesToday(journey));
  expect(wrong.map(({ path, journey }) => `${path}: ${journey.split("\n", 1)}`)).toEqual([]);
});

test("a planted one is found, and not where it opens a working day first", () => {
  const seen = 'await expect(card.getByRole("list", { name: /^Ουρές/ })).toContainText("Ουρά 1");';
  expect(expectsQueuesToday(`await openPlan(page, "thaleia");\n${seen}`)).toBe(true);
  expect(expectsQueuesToday(`await openPlan(page, "thaleia");\nawait openTuesday(page);\n${seen}`)).toBe(false);
  expect(expectsQueuesToday(`await openPlan(page, "thaleia", own.url);\n${seen}`)).toBe(false);
});
