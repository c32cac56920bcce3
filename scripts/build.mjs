import { requireNpm } from "./install.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";
import { buildPages } from "./web-pages.mjs";

// The pages, and what they and the program are made of.
requireNpm();
const node = await projectNode();
const steps = [buildPages, () => run(node, ["scripts/checks/licences.ts"]), () => run(node, ["scripts/write-bill.ts"])];
for (const step of steps) {
  const code = await step();
  if (code !== 0) process.exit(code);
}
