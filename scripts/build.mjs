import { projectNode } from "./project-node.mjs";
import { buildPages } from "./web-pages.mjs";

projectNode();
process.exit(await buildPages());
