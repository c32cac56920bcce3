import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { asOwner, emptyDatabase, freshDatabase } from "../../../test/database.ts";
import { openDatabase } from "./connect.ts";
import { greekFault, requirePlainLogin, roleFault } from "./requirements.ts";

const settings = { DATABASE_POOL_SIZE: 2, DATA_DIR: "unused" };
const drops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0).reverse()) await drop();
});

async function anEmptyDatabase(
  options = "template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'",
): Promise<string> {
  const { url, drop } = await emptyDatabase(options);
  drops.push(drop);
  return url;
}

const whoActs = (url: string) =>
  openDatabase({ ...settings, DATABASE_URL: url }).then(async (database) => {
    drops.push(() => database.close());
    const { rows } = await database.pool.query("select current_user as role, count(*)::int as offices from office");
    return rows[0];
  });

test("the owner's URL alone: the schema is made, and the application acts as the role that owns nothing", async () => {
  const url = await anEmptyDatabase();
  expect(await whoActs(url)).toEqual({ role: "visits_app", offices: 0 });
  expect(await whoActs(url)).toEqual({ role: "visits_app", offices: 0 });
});

test("a login of its own for the application, and the owner's URL to migrate", async () => {
  const ownerUrl = await anEmptyDatabase();
  const login = `login_${randomUUID().replaceAll("-", "")}`;
  await asOwner(ownerUrl, `create role ${login} login password 'secret'`);
  drops.push(() => asOwner(ownerUrl, `drop role ${login}`));
  const appUrl = Object.assign(new URL(ownerUrl), { username: login, password: "secret" }).href;
  await expect(openDatabase({ ...settings, DATABASE_URL: appUrl })).rejects.toThrow("DATABASE_OWNER_URL");
  const database = await openDatabase({ ...settings, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  await database.close();
  expect(await whoActs(appUrl)).toEqual({ role: "visits_app", offices: 0 });
});

test("a login that is more than the application's role is told apart, which SET ROLE NONE would give back", async () => {
  const ownerUrl = await anEmptyDatabase();
  const judged = async (url: string) => {
    const database = await openDatabase({ ...settings, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl });
    return requirePlainLogin(database.pool).finally(() => database.close());
  };
  await expect(judged(ownerUrl)).rejects.toThrow("passes row-level security by");
  const login = `login_${randomUUID().replaceAll("-", "")}`;
  await asOwner(ownerUrl, `create role ${login} login password 'secret'`);
  drops.push(() => asOwner(ownerUrl, `drop role ${login}`));
  const appUrl = Object.assign(new URL(ownerUrl), { username: login, password: "secret" }).href;
  await judged(appUrl);
  await asOwner(ownerUrl, `grant visits_definer to ${login}`);
  await expect(judged(appUrl)).rejects.toThrow("passes row-level security by");
  await asOwner(ownerUrl, `revoke visits_definer from ${login}`);
  await judged(appUrl);
  const owner = `owner_${randomUUID().replaceAll("-", "")}`;
  await asOwner(
    ownerUrl,
    `create role ${owner}; alter table appointment owner to ${owner}; grant ${owner} to ${login}`,
  );
  drops.push(() => asOwner(ownerUrl, `drop owned by ${owner} cascade; drop role ${owner}`));
  await expect(judged(appUrl)).rejects.toThrow("owns the tables");
});

test("a database in which Greek can't be stored or folded is refused with the way on, and nothing is written", async () => {
  const ascii = await anEmptyDatabase("template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'");
  await expect(openDatabase({ ...settings, DATABASE_URL: ascii })).rejects.toThrow("ENCODING 'UTF8'");
  const plainC = await anEmptyDatabase(
    "template template0 encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C'",
  );
  await expect(openDatabase({ ...settings, DATABASE_URL: plainC })).rejects.toThrow("no Greek letters");
  for (const url of [ascii, plainC]) {
    expect(await asOwner(url, "select from pg_class where relname in ('migration', 'office')")).toEqual([]);
  }
});

test("a migration that was changed after it had been applied is refused", async () => {
  const database = await freshDatabase();
  drops.push(() => database.drop());
  await asOwner(database.ownerUrl, "update migration set sha256 = 'another'");
  await expect(openDatabase({ ...settings, DATABASE_URL: database.ownerUrl })).rejects.toThrow("was changed after");
});

test("what else is refused says why", () => {
  const able = { version: 150_000, encoding: "UTF8", sorts: true, folds: true };
  expect(greekFault(able)).toBeNull();
  expect(greekFault({ ...able, version: 140_011 })?.sentence).toContain("PostgreSQL 15");
  expect(greekFault({ ...able, sorts: false })?.sentence).toContain("el-x-icu");
  const plain = { role: "visits_app", superuser: false, bypasses: false, owns: false };
  expect(roleFault(plain)).toBeNull();
  for (const power of ["superuser", "bypasses", "owns"])
    expect(roleFault({ ...plain, [power]: true })?.sentence).toContain("visits_app");
});
