import { BIN } from "./paths.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";

// Pages change under your eyes; the server starts again when a file of its own changes.
const address = "http://localhost:5173";
const node = await projectNode();
console.log(`Open ${address} once the platform is ready.`);
const codes = await Promise.all([
  run(`${BIN}/vite`, ["--port", "5173", "--strictPort", "--logLevel", "warn"]),
  run(node, ["--watch", "--watch-preserve-output", "src/cli/visits.ts", "serve"], { PUBLIC_BASE_URL: address }),
]);
process.exit(Math.max(...codes));
