import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { sessionNoticeFindings } from "./session-notices.ts";
import { sourceFiles } from "./source-files.ts";

const UNANNOUNCED = {
  insertSession: "nobody has cached a session that there was not",
  seeSession: "the process that writes it forgets it; another one finds it idle by what it has, and looks again",
  deleteSessionsBefore: "they are over for days, and no cached one is believed beyond its limits",
};

test("whoever ends sessions, or changes rights or names of employees, announces it", async () => {
  const files = await sourceFiles(["src", "db/functions"]);
  expect(sessionNoticeFindings(files, UNANNOUNCED).map(inWords)).toEqual([]);
});

test.each([
  ["src/identity/planted.ts", "export async function f(tx) {\n  await tx.sql`delete from session`;\n}"],
  ["src/identity/planted.ts", "export const f = (tx) => tx.sql`update employee set is_ministry = false`;"],
  ["src/cli/planted.ts", "async function f(tx) {\n  await tx.sql`insert into membership (office_id) values (1)`;\n}"],
  ["src/identity/planted.ts", "const f = (tx) => tx.sql`select keep_employee(1)`;"],
  ["db/functions/planted.sql", "delete from session where employee_id = 1;"],
])("a planted fault is found in %s: %s", (file, text) => {
  expect(sessionNoticeFindings(new Map([[file, text]]), {}).map(inWords)).toEqual([
    expect.stringContaining("writes sessions or rights and announces nothing"),
  ]);
});

test("an exception without use is found", () => {
  expect(sessionNoticeFindings(new Map(), { seeSession: "no more" }).map(inWords)).toEqual([
    "src/identity/sql.ts: seeSession: the exception has no use any more",
  ]);
});
