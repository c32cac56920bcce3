import { become } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { buildStalePages } from "./web-pages.mjs";

const node = projectNode();
const failed = await buildStalePages();
if (failed) process.exit(failed);
await become(node, ["src/cli/visits.ts", "serve", ...process.argv.slice(2)]);
