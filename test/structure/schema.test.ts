import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { inWords } from "./finding.ts";
import { schemaFindings } from "./schema.ts";

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

test("the schema keeps its conventions", async () => {
  expect((await schemaFindings(owner)).map(inWords)).toEqual([]);
});

const SECURE = "call keep_to_office('planted');";

const PLANTED_FUNCTION = "create function planted() returns int language sql security definer as 'select 1'";
const SAFE_FUNCTION = `${PLANTED_FUNCTION}; call make_definer('planted()');`;

test("a function made a definer by the procedure for it is in order", async () => {
  await owner.query(`begin; ${SAFE_FUNCTION}`);
  const findings = await schemaFindings(owner);
  await owner.query("rollback");
  expect(findings).toEqual([]);
});

test("a table closed by the procedure for it is in order", async () => {
  await owner.query("begin; create table planted (office_id int primary key); call keep_to_office('planted')");
  const findings = await schemaFindings(owner);
  await owner.query("rollback");
  expect(findings).toEqual([]);
});

test.each([
  [
    "a key that does not start with the office",
    `create table planted (id int, office_id int, primary key (id, office_id)); ${SECURE}`,
    "not first",
  ],
  ["no key at all", `create table planted (office_id int); ${SECURE}`, "not first"],
  [
    "a constraint over offices",
    `create table planted (office_id int, id int, code int unique, primary key (office_id, id)); ${SECURE}`,
    "planted_code_key lacks",
  ],
  [
    "a unique index over offices",
    `create table planted (office_id int primary key, code int); create unique index planted_code on planted (code); ${SECURE}`,
    "planted_code lacks",
  ],
  ["no row-level security", "create table planted (office_id int primary key)", "not enabled"],
  [
    "security that spares the owner",
    `create table planted (office_id int primary key); ${SECURE} alter table planted no force row level security`,
    "not forced",
  ],
  [
    "security without a policy",
    `create table planted (office_id int primary key); ${SECURE} drop policy own_office on planted`,
    "no policy",
  ],
  [
    "a table of the application",
    "create table planted (id int); alter table planted owner to visits_app",
    "the application owns it",
  ],
  ["a right too many", "grant truncate on queue to visits_app", "may empty"],
  ["a schema open to all", "grant create on schema public to public", "may make tables"],
  [
    "a function of the owner's",
    `${PLANTED_FUNCTION}; alter function planted set search_path = pg_catalog, public, pg_temp`,
    "more than it needs",
  ],
  [
    "a function that everybody may run",
    `${SAFE_FUNCTION} grant execute on function planted to public`,
    "for everybody",
  ],
  ["one nobody thought of", `${PLANTED_FUNCTION}; alter function planted owner to visits_definer`, "for everybody"],
  ["a function without a search path", PLANTED_FUNCTION, "search path is not"],
  ["temporary tables first", `${SAFE_FUNCTION} alter function planted set search_path = public`, "search path is not"],
  ["a definer with a login", `${SAFE_FUNCTION} alter role visits_definer login`, "more than it needs"],
  [
    "a definer who may act as another",
    `${SAFE_FUNCTION} create role planted; grant planted to visits_definer`,
    "more than it needs",
  ],
])("a planted fault is found: %s", async (_name, sql, expected) => {
  await owner.query("begin");
  await owner.query(sql);
  const findings = await schemaFindings(owner);
  await owner.query("rollback");
  expect(findings.map(inWords)).toContainEqual(expect.stringContaining(expected));
});
