import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { type Files, sourceFiles } from "./source-files.ts";
import { functionsAcrossOffices, spanFindings } from "./spans.ts";

const files = await sourceFiles(["src", "db"]);
const planted = (text: string): Files => new Map([...files, ["src/mail/planted-sql.ts", text]]);

test("whatever reads or writes rows of all offices says so by its type", () => {
  expect(functionsAcrossOffices(files)).toEqual(expect.arrayContaining(["offices_with_mail", "count_online_visits"]));
  expect(spanFindings(files).map(inWords)).toEqual([]);
});

test.each([
  ["read", "const due = (tx: Read) => tx.sql`select * from offices_with_mail(now())`"],
  ["written, below another that says so", "(tx: AcrossOffices) => 1; (tx: Tx) => tx.sql`select seal_audit(1)`"],
])("a planted fault is found: %s", (_name, text) => {
  expect(spanFindings(planted(text)).map(inWords)).toEqual([expect.stringContaining("src/mail/planted-sql.ts: ")]);
});
