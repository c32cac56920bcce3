import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BIN, ROOT } from "../paths.mjs";
import { run } from "../processes.mjs";
import { projectNode } from "../project-node.mjs";
import { costLines, secondsOfChildren } from "./costs.mjs";
import { countJourneys, countTests, summary } from "./counts.mjs";
import { journeyFailures, journeySeconds, testFailures } from "./failures.mjs";
import { endLeftovers } from "./leftovers.mjs";

// The proof (docs/tests.md): its tests, then its journeys; after --whole all there are, with --beyond those that the
// proof has not. Or those that are named; or, after --changed, those that changes since a revision touch; after --commit
// also those of the structure, and ten journeys. The last line is their count, those before it say what they cost and
// what failed.
const [first, second] = process.argv.slice(2);
const node = await projectNode();
/** For all that the tests write, too: by it is known what of them runs still. */
const folder = mkdtempSync(join(tmpdir(), "visits-tests-"));
// A database server that is run by another account has to pass.
chmodSync(folder, 0o711);
let isInterrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    isInterrupted = true;
  });
const ofWhole = second === "--beyond" ? "beyond" : "whole";
const scope = first === undefined ? "proof" : ofWhole;
const named = first === "--whole" ? undefined : namedOnes(process.argv.slice(2));
// Each platform that a test starts compiles what another has compiled before no more: a quarter of its start.
const around = { TESTS: scope, TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, "compiled") };
const isJourney = (name) => /\bjourneys?\b/.test(name);
const parts = [];
const costs = [];
if (!named?.every(isJourney)) await add(() => runTests(named?.filter((name) => !isJourney(name))));
if (!named || named.some(isJourney)) await add(() => runJourneys(named?.filter(isJourney)));
if (first === "--commit") await add(() => runJourneys(["--grep=@commit"]));
await endLeftovers(folder);
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

const { passed, line } = summary(parts);
if (isInterrupted) console.log("Interrupted: what was found until then.");
if (!named) console.log(costLines(costs, scope === "proof").join("\n"));
for (const failure of parts.flatMap((part) => part.failures)) console.log(failure);
console.log(line);
process.exit(passed && !isInterrupted ? 0 : 1);

async function add(part) {
  if (!isInterrupted) parts.push(await part());
}

/** Undefined: all. */
function namedOnes([first, ...rest]) {
  if (first !== "--changed" && first !== "--commit") return first === undefined ? undefined : [first, ...rest];
  const touched = execFileSync(node, ["scripts/tests/touched-tests.ts", ...rest], { cwd: ROOT, encoding: "utf8" });
  const tests = touched.split("\n").filter(Boolean);
  return first === "--commit" ? ["test/structure/", ...tests] : tests;
}

async function runTests(names = []) {
  const report = join(folder, "tests.json");
  const before = secondsOfChildren();
  const code = await run(`${BIN}/vitest`, ["run", "--project=!embedded", ...names], { ...around, REPORTS: folder });
  const files = readdirSync(folder)
    .filter((name) => name.startsWith("costs-"))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const inWorkers = files.filter(({ file }) => file).reduce((sum, { seconds }) => sum + seconds, 0);
  costs.push(...files, { layer: "set-up", seconds: secondsOfChildren() - before - inWorkers });
  const results = read(report);
  return { name: "test", code, failures: testFailures(results), ...countTests(results) };
}

async function runJourneys(names = []) {
  const report = join(folder, "journeys.json");
  const before = secondsOfChildren();
  const code = await run(`${BIN}/playwright`, ["test", ...names], { ...around, JOURNEYS_REPORT: report });
  const results = read(report);
  costs.push(...journeySeconds(results, secondsOfChildren() - before));
  return { name: "journey", code, failures: journeyFailures(results), ...countJourneys(results) };
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
}
