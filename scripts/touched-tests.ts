import { execFileSync } from "node:child_process";
import { ROOT, sourceFiles } from "../test/structure/source-files.ts";
import { touchedTests } from "../test/structure/touched-tests.ts";

// One a line: what is touched by the changes since a revision, those not committed included.
const [since = "HEAD"] = process.argv.slice(2);
const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).split("\n");
const changed = [
  ...git("diff", "--name-only", "--no-renames", "--relative", since),
  ...git("ls-files", "--others", "--exclude-standard"),
].filter(Boolean);
for (const file of touchedTests(changed, await sourceFiles(["src", "trial", "test"]))) console.log(file);
