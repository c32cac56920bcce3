import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Reporter } from "vitest/node";
import { ROOT } from "../structure/source-files.ts";

/** Writes down in a folder what each file of tests cost, for scripts/tests/costs.mjs. */
export const costReporter = (folder: string): Reporter => ({
  onTestRunEnd(modules) {
    const costs = modules.map((module) => ({
      layer: module.project.name,
      file: relative(ROOT, module.moduleId),
      seconds: (module.meta().processorMs ?? 0) / 1_000,
    }));
    writeFileSync(join(folder, "costs-of-tests.json"), JSON.stringify(costs));
  },
});
