import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { openDatabase } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { ownServerName, SERVER_NAME } from "./releases-in-use.ts";
import { MIGRATIONS } from "./sql-files.ts";

/** Of the release before; ours ends with 9002. */
const BEFORE = { version: "9.1.0", lastMigration: "9001_before.sql" };

let database: FreshDatabase;
let folder: string;
let server: pg.Client | null;
beforeEach(async () => {
  database = await freshDatabase(2);
  folder = await mkdtemp(join(tmpdir(), "visits-releases-"));
  await cp(MIGRATIONS, folder, { recursive: true });
  await writeFile(join(folder, BEFORE.lastMigration), "select");
  await writeFile(join(folder, "9002_ours.sql"), "select");
  server = null;
});
afterEach(async () => {
  await server?.end();
  await rm(folder, { recursive: true });
  await database.drop();
});

async function serves(name: string): Promise<void> {
  server = new pg.Client({ connectionString: database.appUrl, application_name: name });
  await server.connect();
}
const migrated = () => migrate(database.ownerUrl, { folder, before: BEFORE });
const BOTH = [BEFORE.lastMigration, "9002_ours.sql"];

test("while a process of a release serves that would be left out, nothing is migrated; once it is gone, all is", async () => {
  await serves(await ownServerName());
  await expect(migrated()).rejects.toThrow(/1 processes serve of a release before 9\.1\.0.* 9\.1\.0 was left out/);
  expect(await asOwner(database.ownerUrl, "select from migration where name like '9%'")).toEqual([]);
  await server?.end();
  await expect.poll(() => migrated().catch((error: Error) => error.message)).toEqual(BOTH);
});

test("one from before processes said their release counts as old, one of the release before hinders nobody", async () => {
  await serves(SERVER_NAME);
  await expect(migrated()).rejects.toThrow("was left out");
  await server?.end();
  await serves(`${SERVER_NAME} 9001`);
  await expect.poll(() => migrated().catch((error: Error) => error.message)).toEqual(BOTH);
});

test("a program that is older than the release before starts no more, with the owner's login or without", async () => {
  await migrated();
  const settings = { DATABASE_POOL_SIZE: 2, DATA_DIR: "unused", DATABASE_URL: database.appUrl };
  const tooOld = "This release is too old for the database, which works with releases from 9001_before.sql on";
  await expect(openDatabase(settings)).rejects.toThrow(tooOld);
  await expect(openDatabase({ ...settings, DATABASE_OWNER_URL: database.ownerUrl })).rejects.toThrow(tooOld);
});

test("the release before goes on with the newer tables", async () => {
  const before = { version: "9.0.0", lastMigration: "0091_works_from.sql" };
  await migrate(database.ownerUrl, { folder, before });
  await rm(join(folder, "9002_ours.sql"));
  expect(await migrate(database.ownerUrl, { folder, before: null })).toEqual([]);
});
