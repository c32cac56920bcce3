import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { lockedRowFindings } from "./locked-rows.ts";
import { sourceFiles } from "./source-files.ts";

test("no statement waits for rows and answers of other tables what was so before", async () => {
  expect(lockedRowFindings(await sourceFiles(["src", "trial", "db/functions"])).map(inWords)).toEqual([]);
});

const sql = (statement: string) => `tx.sql\`${statement}\`;`;

test.each([
  ["beside it", sql("select id, (select name from b where b.id = a.b) from a where id = 1 for update")],
  ["in a part", `const ROW = part\`id, (select 1 from b) as b\`;${sql("select $" + "{ROW} from a for update")}`],
  ["of a join", sql("select a.id from a join b on a.b = b.id where b.x for no key update")],
  [
    "of who it was",
    `const ROW = part\`id, $\{employeeName("by")} as by\`;${sql("select $" + "{ROW} from a for share")}`,
  ],
])("a planted fault is found: %s", (_name, text) => {
  expect(lockedRowFindings(new Map([["src/diary/planted-sql.ts", text]])).map(inWords)).toHaveLength(1);
});

test("a lock within another statement, and a statement behind the lock, are no fault", () => {
  const text = [
    "update a set x = null where id = any(array(select id from a where over for update skip locked))",
    "select from a where id = 1 for update",
    "select id, (select name from b) from a",
  ];
  expect(lockedRowFindings(new Map([["src/diary/fine-sql.ts", text.map(sql).join("\n")]]))).toEqual([]);
});
