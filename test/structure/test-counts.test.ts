import { expect, test } from "vitest";

/** Written for any Node, so without types. */
const COUNTS = new URL("../../scripts/test-counts.mjs", import.meta.url).href;
const { countJourneys } = await import(COUNTS);

const report = (stats: Record<string, number>, errors: unknown[] = []) => ({
  stats: { expected: 10, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

test("a journey that passes at its second try is counted as passed, unless there are many of them", () => {
  expect(countJourneys(report({ flaky: 3 }))).toMatchObject({ passed: 13, failed: 0 });
  expect(countJourneys(report({ flaky: 4 }))).toMatchObject({ passed: 10, failed: 4 });
});

test("what failed, and what could not begin, is counted as failed", () => {
  expect(countJourneys(report({ unexpected: 2, flaky: 1 }))).toMatchObject({ passed: 11, failed: 2 });
  expect(countJourneys(report({ expected: 0 }, [new Error("no browser")]))).toMatchObject({ passed: 0, failed: 1 });
});
