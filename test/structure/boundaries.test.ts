import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundaryFindings } from "./boundaries.ts";
import { inWords } from "./finding.ts";
import { ROOT } from "./source-files.ts";

// The sources themselves are asked by `npm run check`.

/** What is wrong, where, and what is said of it; all are planted at once, in a tree that has nothing but what they need. */
const FAULTS: readonly [string, string, string, string][] = [
  [
    "a program that knows its trial",
    "src/diary/planted-trial.ts",
    'export const trial = () => import("../../trial/trial.ts");',
    "only its doors know the trial",
  ],
  [
    "a trial that is always loaded",
    "src/cli/visits.ts",
    'import "../../trial/trial.ts";',
    "the trial is loaded only where it is wanted",
  ],
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
    "a file named almost as one that may be imported",
    "src/offices/planted-almost.ts",
    'import "../live/announce-ts";',
    "offices imports only",
  ],
  [
    "SQL used from outside its module",
    "src/queues/planted.ts",
    'import "../appointments/sql.ts";',
    "a module's SQL is its own",
  ],
  [
    "SQL in a folder of another module",
    "src/queues/planted-folder.ts",
    'import "../appointments/place/facts-sql.ts";',
    "a module's SQL is its own",
  ],
  [
    "a type of another module's SQL",
    "src/queues/planted-type.ts",
    'import type { Row } from "../appointments/sql.ts";\nexport type Planted = Row;',
    "a module's SQL is its own",
  ],
  [
    "a part of statements used in a use case",
    "src/offices/planted-part.ts",
    'import "../identity/employee-name-sql.ts";',
    "parts of statements are for SQL alone",
  ],
  [
    "a page that reaches the driver",
    "src/appointments/ui/planted.ts",
    'import "../planted.ts";',
    "reaches nothing of the server",
  ],
  [
    "proposals that know the queues",
    "src/proposals/planted.ts",
    'import "../queues/contract.ts";',
    "proposals imports only",
  ],
  [
    "a page of proposals that knows the queues",
    "src/proposals/ui/planted.ts",
    'import "../../queues/contract.ts";',
    "proposals/ui imports only",
  ],
  ["rules that read files", "src/queues/rules.ts", 'import "node:fs";', "reaches nothing of the server"],
  ["a circle", "src/identity/planted.ts", 'import "./planted-too.ts";', "no circles →"],
  [
    "a circle of types alone",
    "src/live/planted.ts",
    'import type { Too } from "./planted-too.ts";\nexport type Planted = Too;',
    "no circles →",
  ],
  [
    "rules that reach routes of a folder",
    "src/ministry/rules.ts",
    'import "./planted/routes.ts";',
    "reaches nothing of the server",
  ],
  [
    "a program that knows its tests",
    "src/offices/planted.ts",
    'import "../appointments/routes.test.ts";',
    "does not know its tests",
  ],
  [
    "a server that needs development's packages",
    "src/offices/planted-package.ts",
    'import "vitest";',
    "only development has",
  ],
  [
    "a trial that always needs the wallet's packages",
    "trial/planted-wallet.ts",
    'import "./stand-ins/wallet/wallet.ts";',
    "only where its packages are",
  ],
  [
    "imports that were not read",
    "src/catalogue/planted.ts",
    "export const text = `\nimport { a } from b;\n`;",
    "its imports were not read",
  ],
];

/** Needed by those. */
const BESIDE: readonly [string, string][] = [
  ["src/appointments/place/facts-sql.ts", ""],
  ["src/appointments/planted.ts", 'import "pg";'],
  ["src/appointments/routes.test.ts", ""],
  ["src/appointments/sql.ts", "export type Row = object;"],
  ["src/identity/employee-name-sql.ts", ""],
  ["src/identity/planted-too.ts", 'import "./planted.ts";'],
  ["src/live/announce-ts", ""],
  ["src/live/planted-too.ts", 'import type { Planted } from "./planted.ts";\nexport type Too = Planted;'],
  ["src/ministry/planted/routes.ts", ""],
  ["src/offices/contract.ts", ""],
  ["src/platform/log.ts", ""],
  ["src/queues/contract.ts", ""],
  ["trial/stand-ins/wallet/wallet.ts", ""],
  ["trial/trial.ts", ""],
];

let tree: string;
let planted: string[];
beforeAll(async () => {
  tree = `${await mkdtemp(join(tmpdir(), "visits-structure-"))}/`;
  for (const name of ["package.json", "tsconfig.json"]) await cp(ROOT + name, tree + name);
  await symlink(`${ROOT}node_modules`, `${tree}node_modules`);
  for (const [file, text] of [...FAULTS.map(([, file, text]) => [file, text] as const), ...BESIDE]) {
    await mkdir(dirname(tree + file), { recursive: true });
    await writeFile(tree + file, text);
  }
  planted = (await boundaryFindings(tree)).map(inWords);
});
afterAll(() => rm(tree, { recursive: true }));

test("what is not wrong is not told", () => {
  const wrong = FAULTS.map(([, file]) => file);
  expect(planted.filter((line) => !wrong.some((file) => line.includes(file)))).toEqual([]);
});

test.each(FAULTS)("a planted fault is found: %s", (_name, file, _text, expected) => {
  expect(planted.filter((line) => line.includes(file))).toContainEqual(expect.stringContaining(expected));
});
