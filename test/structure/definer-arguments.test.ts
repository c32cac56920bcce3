import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { definerArgumentFindings } from "./definer-arguments.ts";
import { inWords } from "./finding.ts";

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase(1);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test("what may more than the application believes no moment, office or author of it, and tells it ids and numbers", async () => {
  expect((await definerArgumentFindings(owner)).map(inWords)).toEqual([]);
});

const planted = (signature: string, body: string) =>
  `create function planted${signature} language sql as '${body}'; call make_definer('planted'::regproc::regprocedure);`;

test.each([
  ["a moment by which it writes", planted("(before timestamptz) returns void", "select"), "word: before"],
  ["a day by which it writes", planted("(today date) returns void", "select server_clock()"), "word: today"],
  ["an office in which it writes", planted("(wanted_office integer) returns void", "select"), "word: wanted_office"],
  ["an author in whose name it writes", planted("(done_by integer) returns void", "select"), "word: done_by"],
  [
    "a reader that has another one write",
    planted("(before timestamptz) returns bigint stable", "select forget_answers(before)"),
    "word: before",
  ],
  [
    "one of the list that forgets the clock",
    "create or replace function forget_answers(before timestamptz) returns bigint language sql as 'select 1::bigint'; call make_definer('forget_answers(timestamptz)')",
    "server_clock() does not bound before",
  ],
  ["an answer that tells a name", planted("() returns text stable", "select ''''::text"), "numbers: text"],
  ["a column that does", planted("() returns table (id integer, name text) stable", "select 1, ''''::text"), "text"],
  ["whole rows", planted("() returns setof mail stable", "select * from mail"), "numbers: mail"],
  ["a list that has grown old", "drop function keep_employee", "there is none"],
])("a planted fault is found: %s", async (_name, sql, expected) => {
  await owner.query("begin");
  await owner.query(sql);
  const findings = await definerArgumentFindings(owner);
  await owner.query("rollback");
  expect(findings.map(inWords)).toContainEqual(expect.stringContaining(expected));
});
