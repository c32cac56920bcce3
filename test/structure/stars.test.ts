import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { isTest, ROOT, sourceFiles } from "./source-files.ts";
import { starFindings, tablesIn } from "./stars.ts";

const tables = tablesIn(await readFile(`${ROOT}db/schema.sql`, "utf8"));

test("statements name the columns that they read of a table", async () => {
  expect(tables.size).toBeGreaterThan(50);
  const files = [...(await sourceFiles(["src"]))].filter(([file]) => /\.ts$/.test(file) && !isTest(file));
  expect(starFindings(new Map(files), tables).map(inWords)).toEqual([]);
});

const of = (statement: string) =>
  starFindings(new Map([["src/diary/planted-sql.ts", `tx.sql\`${statement}\`;`]]), tables).map(
    ({ message }) => message,
  );

test.each([
  "select * from appointment where office_id = 1",
  "select *, 1 as one from appointment",
  "select name, * from appointment",
  "select appointment.* from found join appointment using (id)",
  "select visit.*, one from place cross join appointment as visit",
  "insert into appointment (id) values (1) returning *",
  "with gone as (delete from appointment where id = 1 returning *) select 1 from gone",
  "update appointment set id = 1 returning id, appointment.*",
])("a planted fault is found: %s", (statement) => {
  expect(of(statement)).toEqual([expect.stringContaining("all columns of appointment")]);
});

test.each([
  "select count(*) from appointment",
  "select minutes * 60, 2 * seats from office",
  "select * from open_session(1)",
  "select * from jsonb_to_recordset('[]') as given (id int)",
  "with found as (select id from appointment) select * from found",
  "select visit.* from (select id from appointment) as visit",
  "update appointment set id = given.id from given where true returning given.*",
])("what reads no whole table is no fault: %s", (statement) => {
  expect(of(statement)).toEqual([]);
});
