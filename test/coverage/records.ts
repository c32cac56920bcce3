import { createHash } from "node:crypto";
import { nearestFirst } from "../mutation/nearest.ts";
import type { Files } from "../structure/source-files.ts";

/** Where `npm run coverage` writes it. */
export const COVERAGE_FILE = "test/coverage/coverage.txt";

/** Of one test: by which text of it, and of how many functions it called in each source */
export interface CoverageRecord {
  readonly test: string;
  readonly fingerprint: string;
  readonly called: Readonly<Record<string, number>>;
}

/** Which tests run a source, and for which of them that is known. */
export interface Coverage {
  readonly testsOf: ReadonlyMap<string, readonly string[]>;
  readonly tests: ReadonlySet<string>;
}

/** Of each source: more would not be run before a commit. */
const MOST = 30;

/** A line for each test, with its fingerprint, then one for each source, with the numbers of its tests. */
export function inLines(records: readonly CoverageRecord[]): string {
  const tests = records.toSorted((a, b) => a.test.localeCompare(b.test));
  const numbers = new Map(tests.map(({ test }, number) => [test, number.toString(36)]));
  const sources = [...new Set(tests.flatMap(({ called }) => Object.keys(called)))].sort();
  return [
    ...tests.map(({ test, fingerprint }) => `${fingerprint} ${test}`),
    "",
    ...sources.map((source) => [source, ...chosenFor(source, tests).map((test) => numbers.get(test))].join(" ")),
    "",
  ].join("\n");
}

/** What every test calls that builds the program says nothing of any: those that call more come before it. */
function chosenFor(source: string, records: readonly CoverageRecord[]): string[] {
  const coming = records.filter(({ called }) => called[source]);
  const least = Math.min(...coming.map(({ called }) => Number(called[source])));
  const more = coming.filter(({ called }) => Number(called[source]) > least);
  return nearestFirst(
    source,
    (more.length > 0 ? more : coming).map(({ test }) => test),
  ).slice(0, MOST);
}

/** Of those tests alone that read as they did then: any other may call by now what it did not. */
export function coverageIn(lines: string, files: Files): Coverage {
  const [tests = [], sources = []] = lines.split("\n\n").map((part) => part.split("\n").map((line) => line.split(" ")));
  const isRight = ([fingerprint, test = ""]: readonly string[]) => fingerprint === fingerprintOf(files.get(test) ?? "");
  const testOf = (number: string): string[] => {
    const line = tests[Number.parseInt(number, 36)];
    return line && isRight(line) ? [String(line[1])] : [];
  };
  return {
    testsOf: new Map(sources.map(([source = "", ...numbers]) => [source, numbers.flatMap(testOf)])),
    tests: new Set(tests.filter(isRight).map(([, test]) => String(test))),
  };
}

export const fingerprintOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);
