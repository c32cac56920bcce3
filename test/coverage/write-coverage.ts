import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../structure/source-files.ts";
import { ran } from "../trust/ran.ts";
import { COVERAGE_FILE, inLines } from "./records.ts";

// Runs the tests once, and writes down which of them run which sources. Those that start processes of the program can't see.
const folder = await mkdtemp(join(tmpdir(), "visits-coverage-"));
const projects = ["--project=database", "--project=without a database"];
const code = await ran("vitest", ["run", ...projects], { COVERAGE_FOLDER: folder });
const records = await Promise.all(
  (await readdir(folder)).map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))),
);
await writeFile(ROOT + COVERAGE_FILE, inLines(records));
await rm(folder, { recursive: true });
process.exit(code ?? 1);
