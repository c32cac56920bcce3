import { readdir } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FUNCTIONS } from "../../src/platform/database/functions.ts";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { inWords } from "./finding.ts";
import { functionFindings } from "./functions.ts";

let database: FreshDatabase;
let owner: pg.Client;
const files = await readdir(FUNCTIONS);

beforeAll(async () => {
  database = await freshDatabase(1);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test("each function has its file, but those on which tables stand", async () => {
  expect((await functionFindings(owner, files)).map(inWords)).toEqual([]);
});

const MAKE = "create function planted(wanted int) returns int language sql immutable as 'select 1'";

test.each([
  ["a function without a file", MAKE, [], "planted.sql: the file is missing"],
  ["a file without a function", "select 1", ["planted.sql"], "planted.sql: it makes no function"],
  ["an index", `${MAKE}; create index on queue (planted(number))`, ["planted.sql"], "a table stands on it"],
  ["a check", `${MAKE}; alter table queue add check (planted(number) = 1)`, ["planted.sql"], "a table stands on it"],
  [
    "a generated column",
    `${MAKE}; alter table queue add planted int generated always as (planted(number)) stored`,
    ["planted.sql"],
    "a table stands on it",
  ],
  [
    "a policy",
    `${MAKE}; create policy planted on queue using (planted(1) = 1)`,
    ["planted.sql"],
    "a table stands on it",
  ],
  ["a call by a default", "select 1", ["damm_digit.sql"], "damm_digit.sql: a table stands on it"],
])("a planted fault is found: %s", async (_name, sql, more, expected) => {
  await owner.query("begin");
  await owner.query(sql);
  const findings = await functionFindings(owner, [...files, ...more]);
  await owner.query("rollback");
  expect(findings.map(inWords)).toEqual([expect.stringContaining(expected)]);
});
