import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { OF_NATION, type Tx } from "./sql.ts";

/** One connection; its server takes no writes, for who begins to speak with it or for all. */
let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase(1);
});
afterEach(() => database.drop());

const takeNoWrites = () =>
  asOwner(database.ownerUrl, `alter database ${database.name} set default_transaction_read_only = on`);
const takeWrites = () =>
  asOwner(
    database.ownerUrl,
    `begin read write; alter database ${database.name} reset default_transaction_read_only; commit`,
  );

const writeOne = (tx: Tx) =>
  tx.sql`insert into service (code, name, short_name, name_en, minutes) values ('one', 'α', 'α', 'a', 5)`;

test("a connection that leads to a server without writes is kept by nobody: the next one may lead to another", async () => {
  await takeNoWrites();
  const { db, pool } = database;
  for (const asking of [
    () => db.write(OF_NATION, writeOne),
    () => db.dryRun(OF_NATION, writeOne),
    () => db.read(OF_NATION, (tx) => tx.sql`select 1`),
    () => db.nation.sql`select 1`,
  ])
    await expect(asking()).rejects.toMatchObject({ code: "25006" });
  expect(pool.totalCount).toBe(0);
  await takeWrites();
  await db.write(OF_NATION, writeOne);
});

test("a connection whose server takes no writes any more is given up with the write that it refused", async () => {
  const { db, pool } = database;
  for (const write of [
    () => db.write(OF_NATION, writeOne),
    () => db.write(OF_NATION, (tx) => tx.last`select from service for update`),
    () => db.nation.sql`update service set minutes = 5`,
  ]) {
    await pool.query("set default_transaction_read_only = on");
    await expect(write()).rejects.toMatchObject({ code: "25006" });
    await db.write(OF_NATION, (tx) => tx.sql`update service set minutes = minutes`);
  }
  await db.write(OF_NATION, writeOne);
});

test("a transaction that only reads and was to write is a fault of ours, not of the server", async () => {
  const reading = database.db.read(OF_NATION, (tx) => tx.sql`update service set minutes = 5`);
  await expect(reading).rejects.toThrow("only reads was to write");
  await expect(reading).rejects.not.toMatchObject({ code: "25006" });
});

test("notices are heard of a server that takes writes, once it does", async () => {
  await takeNoWrites();
  const failed = Promise.withResolvers<Error>();
  const hearing = Promise.withResolvers<void>();
  hearing.promise.then(() => failed.reject(new Error("It heard what no server tells.")));
  failed.promise.catch(() => {});
  const { notices } = database.ofProcess();
  const ignored = { onNotice: () => {}, onDeaf: () => {}, onLook: () => {}, onFound: () => {} };
  notices.start({ ...ignored, onError: failed.resolve, onHearing: hearing.resolve });
  expect(await failed.promise).toMatchObject({ code: "25006" });
  await takeWrites();
  await hearing.promise;
  await notices.stop();
});
