import { BIN } from "./paths.mjs";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";

const node = projectNode();
const steps = [
  ["format and lint", `${BIN}/biome`, ["check", "--error-on-warnings", "--max-diagnostics=200"]],
  ["types", `${BIN}/tsc`, ["-p", "tsconfig.json"]],
  ["boundaries", node, ["scripts/check-boundaries.ts"]],
  ["migrations", `${BIN}/squawk`, ["db/migrations/*.sql"]],
  ["dead code and packages", `${BIN}/knip`, ["--no-progress"]],
];

const failed = [];
for (const [name, program, args] of steps) {
  console.log(`\n── ${name}`);
  if ((await run(program, args)) !== 0) failed.push(name);
}
console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nAll checks passed.");
process.exit(failed.length > 0 ? 1 : 0);
