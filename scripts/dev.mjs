import { BIN } from "./paths.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { buildStalePages } from "./web-pages.mjs";

// The server starts again when a file of its own changes, and the pages are built again when one of theirs does.
const node = projectNode();
const failed = await buildStalePages();
if (failed) process.exit(failed);
const codes = await Promise.all([
  run(`${BIN}/vite`, ["build", "--watch", "--logLevel", "warn"]),
  run(node, ["--watch", "--watch-preserve-output", "src/cli/visits.ts", "serve"]),
]);
process.exit(Math.max(...codes));
