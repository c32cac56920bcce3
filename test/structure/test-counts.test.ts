import { expect, test } from "vitest";

/** Written for any Node, so without types. */
const script = (name: string) => import(new URL(`../../scripts/${name}.mjs`, import.meta.url).href);
const { countJourneys } = await script("test-counts");
const { journeyFailures, testFailures } = await script("test-failures");

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

test("the end of a run names what failed and why, a line each, a file that could not be read among them", () => {
  const broken = { status: "failed", message: "Cannot find\nmodule", assertionResults: [] };
  const assertions = [
    { status: "passed", fullName: "one", failureMessages: [] },
    { status: "failed", fullName: "two", failureMessages: ["\u001B[31mexpected\u001B[39m 1\n  to be 2"] },
  ];
  const testResults = [
    { name: "/a.test.ts", ...broken },
    { name: "/b.test.ts", status: "failed", message: "", assertionResults: assertions },
  ];
  expect(testFailures({ testResults })).toEqual([
    expect.stringMatching(/^FAILED .*a\.test\.ts › the file: Cannot find module$/),
    expect.stringMatching(/^FAILED .*b\.test\.ts › two: expected 1 to be 2$/),
  ]);
  expect(testFailures(null)).toEqual([]);
});

test("a journey that passed only at its second try is named among them", () => {
  const spec = (title: string, status: string) => ({
    file: "a.journey.ts",
    title,
    tests: [{ status, results: [{ error: { message: "Timeout" } }] }],
  });
  const suites = [
    { suites: [{ specs: [spec("one", "flaky"), spec("two", "expected")] }], specs: [spec("three", "unexpected")] },
  ];
  expect(journeyFailures({ suites })).toEqual([
    "FAILED a.journey.ts › three: Timeout",
    "FLAKY a.journey.ts › one: Timeout",
  ]);
  expect(journeyFailures(null)).toEqual([]);
});
