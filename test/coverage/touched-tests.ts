import { basename } from "node:path";
import { nearestFirst } from "../mutation/nearest.ts";
import { importersOf } from "../structure/reach.ts";
import { type Files, isTest } from "../structure/source-files.ts";
import type { Coverage } from "./records.ts";

/** What reads these by other ways than imports, and names none of them. */
const READERS: readonly (readonly [what: RegExp, readers: RegExp])[] = [
  [/^db\//, /^src\/platform\/database\/(migrate|functions)\.ts$/],
  [/^(docs\/manual\/|src\/(text|page-addresses))/, /^test\/manual\/[^/]+\.test\.ts$/],
];
/** Any test may go otherwise on another ground. */
const GROUND = /^(package(-lock)?\.json|tsconfig(\.\w+)?\.json|vitest\.config\.ts|db\/migrations\/.*)$/;

/** So many run in half a minute on two cores. */
const MOST = 20;

export interface TouchedTests {
  readonly tests: readonly string[];
  /** How many others come by what has changed: `npm test` runs them */
  readonly others: number;
}

/**
 * The tests and journeys that changed themselves; of those that run a changed source the nearest; all, where the ground of all
 * has changed. A source of which no test is known by its record is looked for by imports, and so is each test that has none.
 */
export function touchedTests(changed: readonly string[], files: Files, coverage: Coverage): TouchedTests {
  const own = changed.filter((file) => files.has(file) && (isTest(file) || file.endsWith(".journey.ts")));
  const sources = changed.filter((file) => !own.includes(file)).flatMap((file) => [file, ...readersOf(file, files)]);
  const found = sources.map((source) => nearestFirst(source, testsOf(source, files, coverage)));
  const all = new Set([...own, ...found.flat()]);
  const most = changed.some((file) => GROUND.test(file)) ? all.size : Math.max(MOST, own.length);
  const tests = [...new Set([...own, ...inTurn(found)])].slice(0, most).sort();
  return { tests, others: all.size - tests.length };
}

function testsOf(source: string, files: Files, coverage: Coverage): readonly string[] {
  if (GROUND.test(source) && !source.startsWith("db/")) return [...files.keys()].filter(isTest);
  const recorded = coverage.testsOf.get(source) ?? [];
  const reached = [...importersOf([source], files)].filter((test) => isTest(test) && files.has(test));
  if (recorded.length === 0) return reached;
  return [...new Set([...recorded, ...reached.filter((test) => !coverage.tests.has(test))])];
}

/** Of what is no module those that name it, else those of its kind. */
function readersOf(file: string, files: Files): string[] {
  const name = basename(file).replace(/\.sql$/, "");
  const isModule = /\.tsx?$/.test(file);
  const naming = isModule || GROUND.test(file) ? [] : [...files].filter(([, text]) => text.includes(name));
  if (naming.length > 0) return naming.map(([reader]) => reader);
  const readers = READERS.filter(([what]) => what.test(file)).map(([, reader]) => reader);
  return [...files.keys()].filter((reader) => readers.some((one) => one.test(reader)));
}

/** The first of each, then the second of each. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
