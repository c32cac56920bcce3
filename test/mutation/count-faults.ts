import { afterAll, beforeAll } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** By which faults the tests of a file come: what is only loaded is not among them */
    faults?: string[];
  }
}

interface Counted {
  readonly mutantCoverage: { static: Record<string, number>; perTest: object };
}

// Where StrykerJS's instrumented code counts
const counts = globalThis as { __stryker__?: Counted };
counts.__stryker__ ??= { mutantCoverage: { static: {}, perTest: {} } };
const { mutantCoverage: coverage } = counts.__stryker__;

beforeAll(() => {
  coverage.static = {};
});
// biome-ignore lint/correctness/noEmptyPattern: the test runner gives the suite only after a pattern.
afterAll(({}, suite) => {
  suite.meta.faults = Object.keys(coverage.static);
});
