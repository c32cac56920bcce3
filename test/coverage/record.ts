import { readFile, writeFile } from "node:fs/promises";
import { type Profiler, Session } from "node:inspector/promises";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { ROOT } from "../structure/source-files.ts";
import { type CoverageRecord, fingerprintOf } from "./records.ts";

/** Beside every test of `npm run coverage`: which functions of which sources it calls. */
const inspector = globalThis as { ofThisWorker?: Promise<Session> };
const folder = process.env.COVERAGE_FOLDER as string;

beforeAll(async () => {
  // What is called while modules load says only who was the first to load them.
  await callsSinceLast();
});

// biome-ignore lint/correctness/noEmptyPattern: the test runner gives the suite only after a pattern.
afterAll(async ({}, { file }) => {
  const test = file.filepath.replace(ROOT, "");
  const fingerprint = fingerprintOf(await readFile(file.filepath, "utf8"));
  const record: CoverageRecord = { test, fingerprint, called: countsIn(await callsSinceLast()) };
  await writeFile(join(folder, `${test.replaceAll("/", "+")}.json`), JSON.stringify(record));
});

async function callsSinceLast(): Promise<readonly Profiler.ScriptCoverage[]> {
  inspector.ofThisWorker ??= listening();
  const { result } = await (await inspector.ofThisWorker).post("Profiler.takePreciseCoverage");
  return result;
}

async function listening(): Promise<Session> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  return session;
}

/** The functions that stand around a module begin before its own. */
const AROUND_MODULE = 60;

function countsIn(calls: readonly Profiler.ScriptCoverage[]): Record<string, number> {
  const isCalled = ({ ranges: [range] }: Profiler.FunctionCoverage) =>
    range !== undefined && range.count > 0 && range.startOffset > AROUND_MODULE;
  const counts = calls
    .map(({ url, functions }) => [sourceAt(url), functions.filter(isCalled).length] as const)
    .filter(
      ([source, count]) => count > 0 && /^(src|test)\//.test(source) && !/^test\/coverage\/|\.test\.tsx?$/.test(source),
    );
  return Object.fromEntries(counts);
}

const sourceAt = (url: string): string => url.replace(/^file:\/\/|\?.*$/g, "").replace(ROOT, "");
