import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BIN } from "./paths.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { countJourneys, countTests, summary } from "./test-counts.mjs";
import { buildStalePages } from "./web-pages.mjs";

// All tests, then all journeys; the last line is their count.
projectNode();
const folder = mkdtempSync(join(tmpdir(), "visits-report-"));
const tests = await runTests(join(folder, "tests.json"));
const journeys = await runJourneys(join(folder, "journeys.json"));
rmSync(folder, { recursive: true });

const { passed, line } = summary([tests, journeys]);
console.log(line);
process.exit(passed ? 0 : 1);

async function runTests(report) {
  const code = await run(`${BIN}/vitest`, [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return { name: "test", code, ...countTests(read(report)) };
}

async function runJourneys(report) {
  const code = (await buildStalePages()) || (await run(`${BIN}/playwright`, ["test"], { JOURNEYS_REPORT: report }));
  return { name: "journey", code, ...countJourneys(read(report)) };
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
}
