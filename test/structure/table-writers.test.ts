import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { sourceFiles } from "./source-files.ts";
import { tablesOf, tableWriterFindings } from "./table-writers.ts";
import { WRITER_OF } from "./writers.ts";

const tables = tablesOf(await sourceFiles(["db/migrations"]));

test("a table is written by one module", async () => {
  expect(tableWriterFindings(await sourceFiles(["src"]), tables).map(inWords)).toEqual([]);
});

test("every table that has a writer exists", () => {
  expect(Object.keys(WRITER_OF).filter((table) => !tables.has(table))).toEqual([]);
});

test.each([
  ["insert", "insert into appointment (id) values (1)"],
  ["update", "update appointment set version = 2"],
  ["update under another name", "update appointment as seen set version = 2"],
  ["delete", "delete from appointment where id = 1"],
  ["over two lines", "insert\n  into appointment (id) values (1)"],
])("a planted fault is found: %s", (_name, sql) => {
  const files = [
    "queues/sql.ts",
    "ministry/planted-sql.ts",
    "proposals/calls/sql.ts",
    "diary/sql.ts",
    "kit/planted.ts",
  ];
  const findings = tableWriterFindings(new Map(files.map((file) => [`src/${file}`, `tx.sql\`${sql}\``])), tables);
  expect(findings.map(inWords)).toEqual(
    files.map((file) => expect.stringContaining(`src/${file}: writes appointment, which appointments writes`)),
  );
});

test.each([
  ["its own module", "src/appointments/sql.ts", "update appointment set version = 2"],
  ["locking rows", "src/queues/sql.ts", "select id from appointment for update"],
  [
    "a conflict's update",
    "src/queues/sql.ts",
    "insert into queue (number) values (1) on conflict do update set number = 1",
  ],
])("no fault: %s", (_name, file, sql) => {
  expect(tableWriterFindings(new Map([[file, sql]]), tables)).toEqual([]);
});
