import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BIN } from "./paths.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { countJourneys, countTests, summary } from "./test-counts.mjs";
import { buildStalePages } from "./web-pages.mjs";

/** Where Debian's PostgreSQL is installed. */
const DEBIAN = "/usr/lib/postgresql";
const DATABASE_TESTS = ["src/appointments", "src/identity", "src/offices", "src/seed", "src/platform/database/connect"];

// All tests, then all journeys; the last line is their count.
projectNode();
const folder = mkdtempSync(join(tmpdir(), "visits-report-"));
const parts = [await runTests("test", join(folder, "tests.json"))];
if (existsSync(DEBIAN)) parts.push(await runTests("test on Debian's server", join(folder, "debian.json"), "debian"));
parts.push(await runJourneys(join(folder, "journeys.json")));
rmSync(folder, { recursive: true });

const { passed, line } = summary(parts);
console.log(line);
process.exit(passed ? 0 : 1);

/** On the embedded server all of them; on another, those that ask a database. */
async function runTests(name, report, server) {
  const files = server ? DATABASE_TESTS : [];
  const arguments_ = ["run", ...files, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(`${BIN}/vitest`, arguments_, server ? { TEST_SERVER: server } : {});
  return { name, code, ...countTests(read(report)) };
}

async function runJourneys(report) {
  const code = (await buildStalePages()) || (await run(`${BIN}/playwright`, ["test"], { JOURNEYS_REPORT: report }));
  return { name: "journey", code, ...countJourneys(read(report)) };
}

function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
}
