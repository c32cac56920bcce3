import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { BROWSER_SAFE, DOORS_TO_TRIAL, PARTS_FOR_OTHERS } from "./module-doors.ts";
import { MAY_IMPORT } from "./modules.ts";
import { sourceFiles } from "./source-files.ts";
import { vocabularyFindings } from "./vocabulary.ts";
import { WRITER_OF } from "./writers.ts";

test("every file stands where its name says", async () => {
  expect(vocabularyFindings(await sourceFiles(["src"])).map(inWords)).toEqual([]);
});

test.each([
  ["a module without a line in the table", "src/loyalty/contract.ts", "", "this module has no line"],
  ["a file at the top without a line", "src/bootstrap.ts", "", "this file has no line"],
  ["a name that says nothing", "src/queues/utils.ts", "", '"utils" does not say'],
  ["a folder that says nothing", "src/queues/helpers/archive.ts", "", '"helpers" does not say'],
  ["a barrel", "src/queues/ui/index.ts", "", '"index" does not say'],
  ["a page outside ui/", "src/queues/queue-list.tsx", "", "lives in its module's ui/"],
  ["SQL in a use case", "src/queues/archive.ts", "tx.sql`update queue set is_archived = true`", "stands in its sql.ts"],
  [
    "SQL under another name",
    "src/diary/bring-in.ts",
    "tx.sql`update mail as m set at = now()`",
    "stands in its sql.ts",
  ],
  ["SQL of the ministry", "src/ministry/planted.ts", "tx.sql`truncate closure `", "stands in its sql.ts"],
  ["SQL in the kit", "src/kit/planted.ts", "tx.sql`select number from queue`", "stands in its sql.ts"],
  ["SQL on a page", "src/proposals/ui/planted.ts", "tx.sql`select number from queue`", "stands in its sql.ts"],
  ["SQL of an undo", "src/queues/undo.ts", "tx.sql`delete from mail where id = 1`", "stands in its sql.ts"],
])("a planted fault is found: %s", (_name, file, text, expected) => {
  expect(vocabularyFindings(new Map([[file, text]])).map(inWords)).toEqual([expect.stringContaining(expected)]);
});

test("what the tables of modules name is there", async () => {
  const paths = [...(await sourceFiles(["src"])).keys()];
  const named = [
    ...Object.keys(MAY_IMPORT),
    ...Object.values(MAY_IMPORT).flat(),
    ...PARTS_FOR_OTHERS,
    ...DOORS_TO_TRIAL,
  ];
  const writers = Object.values(WRITER_OF).flat();
  const isThere = (name: string) => paths.some((path) => path === `src/${name}` || path.startsWith(`src/${name}/`));
  expect([...named, ...writers].filter((name) => !isThere(name))).toEqual([]);
  expect(BROWSER_SAFE.filter((pattern) => !paths.some((path) => new RegExp(pattern).test(path)))).toEqual([]);
});

test("a module's own SQL file passes", () => {
  expect(vocabularyFindings(new Map([["src/queues/hours-sql.ts", "tx.sql`select number from queue`"]]))).toEqual([]);
});
