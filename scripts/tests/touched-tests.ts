import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { COVERAGE_FILE, coverageIn } from "../../test/coverage/records.ts";
import { touchedTests } from "../../test/coverage/touched-tests.ts";
import { ROOT, sourceFiles } from "../../test/structure/source-files.ts";

// One a line: what is touched by the changes since a revision, those not committed included.
const [since = "HEAD"] = process.argv.slice(2);
const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).split("\n");
const changed = [
  ...git("diff", "--name-only", "--no-renames", "--relative", since),
  ...git("ls-files", "--others", "--exclude-standard"),
].filter(Boolean);
const files = await sourceFiles(["src", "trial", "test"]);
const coverage = coverageIn(await readFile(ROOT + COVERAGE_FILE, "utf8"), files);
const { tests, others } = touchedTests(changed, files, coverage);
if (others > 0) console.error(`The ${tests.length} nearest of the tests that run what has changed; npm test runs all.`);
for (const file of tests) console.log(file);
