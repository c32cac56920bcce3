import { become } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { buildStalePages } from "./web-pages.mjs";

const node = await projectNode();
const failed = await buildStalePages();
if (failed) process.exit(failed);
// Closed weeks with figures, where the invented offices are made; `visits serve` alone begins on the first day.
process.env.TRIAL_WEEKS ??= "8";
console.log("Starting; the first time, a database of invented offices is made…");
await become(node, ["src/cli/visits.ts", "serve", ...process.argv.slice(2)]);
