import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BIN, ROOT } from "./paths.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { countJourneys, countTests, summary } from "./test-counts.mjs";
import { journeyFailures, testFailures } from "./test-failures.mjs";

// All tests, then all journeys; or those that are named; or, after --changed, those that changes since a revision
// touch; after --commit also those of the structure, and ten journeys. The last line is their count, those before it
// say what failed.
const node = await projectNode();
const folder = mkdtempSync(join(tmpdir(), "visits-report-"));
const named = namedOnes(process.argv.slice(2));
const isJourney = (name) => /\bjourneys?\b/.test(name);
const parts = [];
if (!named?.every(isJourney)) parts.push(await runTests(named?.filter((name) => !isJourney(name))));
if (!named || named.some(isJourney)) parts.push(await runJourneys(named?.filter(isJourney)));
if (process.argv[2] === "--commit") parts.push(await runJourneys(["--grep=@commit"]));
rmSync(folder, { recursive: true });

const { passed, line } = summary(parts);
for (const failure of parts.flatMap((part) => part.failures)) console.log(failure);
console.log(line);
process.exit(passed ? 0 : 1);

/** Undefined: all. */
function namedOnes([first, ...rest]) {
  if (first !== "--changed" && first !== "--commit") return first === undefined ? undefined : [first, ...rest];
  const touched = execFileSync(node, ["scripts/touched-tests.ts", ...rest], { cwd: ROOT, encoding: "utf8" });
  const tests = touched.split("\n").filter(Boolean);
  return first === "--commit" ? ["test/structure/", ...tests] : tests;
}

async function runTests(names = []) {
  const report = join(folder, "tests.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(`${BIN}/vitest`, ["run", "--project=!embedded", ...reporters, ...names]);
  const results = read(report);
  return { name: "test", code, failures: testFailures(results), ...countTests(results) };
}

async function runJourneys(names = []) {
  const report = join(folder, "journeys.json");
  const code = await run(`${BIN}/playwright`, ["test", ...names], { JOURNEYS_REPORT: report });
  const results = read(report);
  return { name: "journey", code, failures: journeyFailures(results), ...countJourneys(results) };
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
}
