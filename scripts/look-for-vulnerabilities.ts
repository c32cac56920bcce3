import { spawnSync } from "node:child_process";
import { lockedPackages, ROOT } from "./licences.ts";
import { advisoriesIn, JUDGEMENTS, staleJudgements, unjudged } from "./vulnerabilities.ts";

// Asks the registry what is known of the packages; 1 where something is to be judged, 2 where nothing was answered.
const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
try {
  const advisories = advisoriesIn(JSON.parse(stdout));
  const open = unjudged(advisories, JUDGEMENTS);
  const stale = staleJudgements(JUDGEMENTS, lockedPackages());
  for (const { id, package: name } of open)
    console.log(`${name}: ${id} is not judged. Read it; then add it to JUDGEMENTS.`);
  for (const { id, package: name } of stale)
    console.log(`${name}: ${id} was judged of a version that is gone. Remove it.`);
  console.log(`${advisories.length} known, ${open.length} to be judged.`);
  process.exitCode = open.length + stale.length > 0 ? 1 : 0;
} catch (error) {
  console.error(String(error));
  process.exitCode = 2;
}
