import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundaryFindings } from "./boundaries.ts";
import { inWords } from "./finding.ts";
import { ROOT } from "./source-files.ts";

let copy: string;

beforeAll(async () => {
  copy = `${await mkdtemp(join(tmpdir(), "visits-structure-"))}/`;
  for (const name of ["src", "package.json", "tsconfig.json"]) await cp(ROOT + name, copy + name, { recursive: true });
  await symlink(`${ROOT}node_modules`, `${copy}node_modules`);
  await mkdir(`${copy}src/queues`, { recursive: true });
  await writeFile(`${copy}src/appointments/planted.ts`, 'import "pg";');
  await writeFile(`${copy}src/identity/planted-too.ts`, 'import "./planted.ts";');
});
afterAll(() => rm(copy, { recursive: true }));

test("every import is one that the declared table allows", async () => {
  expect((await boundaryFindings()).map(inWords)).toEqual([]);
});

test.each([
  [
    "platform that knows the domain",
    "src/platform/planted.ts",
    'import "../offices/contract.ts";',
    "platform imports only",
  ],
  [
    "availability that is not pure",
    "src/availability/planted.ts",
    'import "../platform/log.ts";',
    "availability imports only",
  ],
  [
    "SQL used from outside its module",
    "src/queues/planted.ts",
    'import "../appointments/sql.ts";',
    "a module's SQL is its own",
  ],
  [
    "a type of another module's SQL",
    "src/queues/planted.ts",
    'import type { Row } from "../appointments/sql.ts";\nexport type Planted = Row;',
    "a module's SQL is its own",
  ],
  [
    "a page that reaches the driver",
    "src/appointments/ui/planted.ts",
    'import "../planted.ts";',
    "reaches nothing of the server",
  ],
  ["rules that read files", "src/queues/rules.ts", 'import "node:fs";', "reaches nothing of the server"],
  ["a cycle", "src/identity/planted.ts", 'import "./planted-too.ts";', "no cycles"],
  [
    "a program that knows its tests",
    "src/offices/planted.ts",
    'import "../appointments/routes.test.ts";',
    "does not know its tests",
  ],
  ["a server that needs development's packages", "src/offices/planted.ts", 'import "vitest";', "only development has"],
])("a planted fault is found: %s", async (_name, file, text, expected) => {
  const replaced = await readFile(copy + file, "utf8").catch(() => null);
  await writeFile(copy + file, text);
  const findings = await boundaryFindings(copy);
  await (replaced === null ? rm(copy + file) : writeFile(copy + file, replaced));
  const planted = findings.map(inWords).filter((line) => line.startsWith(file) || line.includes("planted"));
  expect(planted).toContainEqual(expect.stringContaining(expected));
});
