import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner, emptyDatabase, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { FUNCTIONS } from "./functions.ts";
import { migrate, requireMigrated } from "./migrate.ts";

let database: FreshDatabase;
let functions: string;

beforeEach(async () => {
  database = await freshDatabase(1);
  functions = await mkdtemp(join(tmpdir(), "visits-functions-"));
  await cp(FUNCTIONS, functions, { recursive: true });
});
afterEach(async () => {
  await rm(functions, { recursive: true });
  await database.drop();
});

const asked = <Row extends pg.QueryResultRow>(sql: string) => asOwner<Row>(database.ownerUrl, sql);
const write = (name: string, body: string) =>
  writeFile(
    join(functions, `${name}.sql`),
    `create or replace function ${name}() returns text language sql as $$ ${body} $$;`,
  );
const answer = async (name: string) => (await asked<{ answer: string }>(`select ${name}() as answer`))[0]?.answer;
const standing = () => asked("select oid, prosrc, proacl, proowner, proconfig from pg_proc where pronamespace > 16000");

test("a database migrated before gets the functions of now, and again whenever one of them changes", async () => {
  await write("calling", "select 'one'");
  await migrate(database.ownerUrl, { functions });
  expect(await answer("calling")).toBe("one");
  // The one called stands behind the one that calls, in the order of their names.
  await write("calling", "select planted()");
  await write("planted", "select 'another'");
  await migrate(database.ownerUrl, { functions });
  expect(await answer("calling")).toBe("another");
});

test("while none changes, nothing is written", async () => {
  const written = () => asked("select xmin, proname from pg_proc where pronamespace = 'public'::regnamespace");
  const before = await written();
  await migrate(database.ownerUrl);
  expect(await written()).toEqual(before);
});

test("what is applied again keeps owner, rights and search path", async () => {
  const before = await standing();
  await writeFile(join(functions, "nothing.sql"), "-- Only so that all is applied again\n");
  await migrate(database.ownerUrl, { functions });
  expect(await standing()).toEqual(before);
});

test.each([
  ["no SQL", "selct 1"],
  ["a call of what is not there", "select nowhere()"],
])("a broken file is named, and changes nothing: %s", async (_, body) => {
  await write("aaa", "select 'new'");
  await write("broken", body);
  const [before, sets] = [await standing(), await asked("select * from function_set")];
  await expect(migrate(database.ownerUrl, { functions })).rejects.toThrow(
    /file broken\.sql failed and was rolled back/,
  );
  expect([await standing(), await asked("select * from function_set")]).toEqual([before, sets]);
  await write("broken", "select 'mended'");
  await migrate(database.ownerUrl, { functions });
  expect([await answer("aaa"), await answer("broken")]).toEqual(["new", "mended"]);
});

test("an empty database gets them too, and a migration that drops one has it made again", async () => {
  const { url, drop } = await emptyDatabase();
  const minute = () => asOwner(url, "select minute_of('1970-01-01 00:02:59Z') as minute");
  await migrate(url);
  await asOwner(url, "drop function minute_of; insert into migration (name, sha256) values ('0000_dropping', '')");
  await migrate(url);
  expect(await minute()).toEqual([{ minute: 2 }]);
  await drop();
});

test("a program older than the database leaves the functions of the later one", async () => {
  await write("planted", "select 'later'");
  await migrate(database.ownerUrl, { functions });
  await asked("insert into migration (name, sha256) values ('9999_later.sql', '')");
  await write("planted", "select 'older'");
  await migrate(database.ownerUrl, { functions });
  expect(await answer("planted")).toBe("later");
});

test("a program that may not migrate refuses a database without its functions, but not a later program's", async () => {
  await requireMigrated(database.appUrl);
  await asked("update function_set set sha256 = 'of another'");
  await expect(requireMigrated(database.appUrl)).rejects.toThrow("lacks the functions of this program");
  await asked("insert into migration (name, sha256) values ('9999_later.sql', '')");
  await requireMigrated(database.appUrl);
});
