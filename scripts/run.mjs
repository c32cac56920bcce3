import { become } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";

// Runs a TypeScript file of the project: node scripts/run.mjs FILE [ARGUMENT…]
await become(await projectNode(), process.argv.slice(2));
