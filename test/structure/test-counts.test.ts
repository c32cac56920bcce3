import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

/** Written for any Node, so without types. */
const script = (name: string) => import(new URL(`../../scripts/${name}.mjs`, import.meta.url).href);
const { countJourneys } = await script("tests/counts");
const { journeyFailures, journeySeconds, testFailures } = await script("tests/failures");
const { costLines } = await script("tests/costs");
const { endLeftovers } = await script("tests/leftovers");

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

test("what a layer of the proof takes beyond its bound is named, and the dearest files first; nothing is red by it", () => {
  const costs = [
    { layer: "components", file: "a.test.tsx", seconds: 50 },
    { layer: "components", file: "b.test.tsx", seconds: 51 },
    { layer: "set-up", seconds: 12 },
  ];
  expect(costLines(costs, true)).toEqual([
    "Processor seconds a layer:",
    "  components: 101 s, beyond its 60",
    "  set-up: 12 s",
    "The dearest files:",
    "  b.test.tsx: 51.0 s",
    "  a.test.tsx: 50.0 s",
  ]);
  expect(costLines(costs, false)[1]).toBe("  components: 101 s");
});

test("what journeys took together is shared by how long each file was", () => {
  const spec = (file: string, duration: number) => ({ file, title: "", tests: [{ results: [{ duration }] }] });
  const suites = [{ specs: [spec("a", 1_000), spec("b", 2_000), spec("a", 1_000)] }];
  expect(journeySeconds({ suites }, 8)).toEqual([
    { layer: "journeys", file: "a", seconds: 4 },
    { layer: "journeys", file: "b", seconds: 4 },
  ]);
});

test("what a run has left is ended, and nobody else", async () => {
  const started = (TMPDIR: string) => spawn("sleep", ["600"], { env: { PATH: process.env.PATH, TMPDIR } });
  const [left, other] = [started("/tmp/visits-tests-of-this"), started("/tmp/visits-tests-of-another")];
  await Promise.all([once(left, "spawn"), once(other, "spawn")]);
  const ended = once(left, "exit");
  await endLeftovers("/tmp/visits-tests-of-this");
  expect((await ended)[1]).toBe("SIGTERM");
  expect([other.exitCode, other.signalCode]).toEqual([null, null]);
  other.kill();
});
