import { readFileSync } from "node:fs";
import { boundaryRules } from "./test/structure/boundary-rules.ts";

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

export default {
  ...boundaryRules(Object.keys(dependencies)),
  options: {
    doNotFollow: { path: "node_modules/" },
    // Imports of types alone count as well.
    tsPreCompilationDeps: true,
    builtInModules: { add: ["node:sqlite"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
