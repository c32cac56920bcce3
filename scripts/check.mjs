import { BIN, TSC } from "./paths.mjs";
import { runBeside } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";

const node = await projectNode();
const steps = [
  ["format and lint", `${BIN}/biome`, ["check", "--error-on-warnings", "--max-diagnostics=200"]],
  ["types", ...typesOf("tsconfig.json")],
  ["types of the server, which has no window", ...typesOf("tsconfig.server.json")],
  ["types of the browser, which has no process", ...typesOf("tsconfig.browser.json")],
  ["boundaries", node, ["scripts/checks/boundaries.ts"]],
  ["browsers of three years ago", node, ["scripts/checks/browsers.ts"]],
  ["statements", node, ["scripts/checks/statements.ts"]],
  ["published contract", node, ["scripts/checks/contract.ts"]],
  ["migrations and functions", `${BIN}/squawk`, ["db/migrations/*.sql", "db/functions/*.sql"]],
  ["licences", node, ["scripts/checks/licences.ts"]],
  ["dead code and packages", `${BIN}/knip`, ["--no-progress"]],
];

// All at once; what a step has to say is shown when it ends.
const failed = [];
await Promise.all(
  steps.map(async ([name, program, args]) => {
    const { code, output } = await runBeside(program, args);
    console.log(`\n── ${name}\n${output.trim() || "Nothing found."}`);
    if (code !== 0) failed.push(name);
  }),
);
console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nAll checks passed.");
process.exit(failed.length > 0 ? 1 : 0);

/** By one thread: three passes stand beside each other as it is, and more threads would work out the same types again. */
function typesOf(project) {
  return [node, [TSC, "-p", project, "--singleThreaded"]];
}
