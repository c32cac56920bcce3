import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./processes.mjs";
import { projectNode } from "./project-node.mjs";

// The program with a seeded database of its own, taken away at the end.
const folder = mkdtempSync(join(tmpdir(), "visits-journeys-"));
// Run by root, the database drops to another account, which must be able to pass.
chmodSync(folder, 0o711);
const code = await run(projectNode(), ["src/cli/visits.ts", "serve"], { DATA_DIR: join(folder, "data") });
rmSync(folder, { recursive: true, force: true });
process.exit(code);
