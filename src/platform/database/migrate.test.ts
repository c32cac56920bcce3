import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { migrate } from "./migrate.ts";

let database: FreshDatabase;
let folder: string;
let reader: pg.Client;

beforeEach(async () => {
  database = await freshDatabase(2);
  folder = await mkdtemp(join(tmpdir(), "visits-migrations-"));
  await writeFile(join(folder, "9001_planted.sql"), "alter table appointment add column planted int");
  reader = new pg.Client({ connectionString: database.ownerUrl, application_name: "a long report" });
  await reader.connect();
  await reader.query("begin; select count(*) from appointment");
});
afterEach(async () => {
  await reader.end();
  await rm(folder, { recursive: true });
  await database.drop();
});

test("while a long reader holds a table, a migration of it keeps nobody waiting, and is done once the reader ends", async () => {
  const migrating = migrate(database.ownerUrl, { folder });
  // Long enough to meet two tries, each of which waits for the reader with all others behind it.
  for (let waited = 0; waited < 2; waited += await timesWaited()) {
    expect(await asOwner(`${database.ownerUrl}?statement_timeout=5000`, "select from appointment")).toEqual([]);
  }
  await reader.query("commit");
  expect(await migrating).toEqual(["9001_planted.sql"]);
});

/** 1 when the migration is just waiting for the table */
async function timesWaited(): Promise<number> {
  const [row] = await asOwner<{ waiting: number }>(
    database.ownerUrl,
    "select count(*)::int as waiting from pg_locks where relation = 'appointment'::regclass and not granted",
  );
  return Math.min(row?.waiting ?? 0, 1);
}

test("a migration that never gets its tables changes nothing and says who has them", async () => {
  const patience = Temporal.Duration.from({ milliseconds: 1 });
  await expect(migrate(database.ownerUrl, { folder, patience })).rejects.toThrow('"a long report", in a transaction');
  await reader.query("commit");
  expect(await asOwner(database.ownerUrl, "select from migration where name like '9001%'")).toEqual([]);
  expect(await migrate(database.ownerUrl, { folder })).toEqual(["9001_planted.sql"]);
});
