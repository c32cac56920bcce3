import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { patiently } from "../../../test/patience.ts";
import { before } from "../deadline.ts";
import { keepTime } from "./in-time.ts";
import { OF_NATION, type Read } from "./sql.ts";
import { isDatabaseTimeout } from "./transaction.ts";

/** One connection, and requests that have three tenths of a second in all. */
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(1);
});
afterAll(() => database.drop());

const inTime = <T>(work: () => Promise<T>): Promise<T> => before({ endsAt: performance.now() + 300 }, work);
const unavailable = { status: 503, code: "unavailable" };
const one = (tx: Read) => tx.sql`select 1 as one`;

const sleeping = async (): Promise<number> =>
  (
    await asOwner(
      database.ownerUrl,
      "select from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%'",
    )
  ).length;

test("waiting for a connection takes of the request's time, and whoever gave up leaves it to the next", async () => {
  const client = await database.pool.connect();
  await expect(inTime(() => database.db.read(OF_NATION, one))).rejects.toMatchObject(unavailable);
  await expect(inTime(() => database.pool.query("select 1"))).rejects.toMatchObject(unavailable);
  client.release();
  expect(await database.db.read(OF_NATION, one)).toEqual([{ one: 1 }]);
  expect([database.pool.totalCount, database.pool.waitingCount]).toEqual([1, 0]);
});

test("a connection that never comes is given up once, though the pool gives it up later as well", async () => {
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 1, connectionTimeoutMillis: 500 });
  keepTime(pool, 4_000);
  const client = await pool.connect();
  await expect(inTime(() => pool.query("select 1"))).rejects.toMatchObject(unavailable);
  await expect(pool.query("select 1")).rejects.toThrow("timeout exceeded");
  client.release();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test("whoever gets a connection from another has its own time, not what the other has left", async () => {
  const client = await database.pool.connect();
  const asked = before({ endsAt: performance.now() + 60_000 }, () => database.db.nation.sql`select pg_sleep(0.3)`);
  before({ endsAt: performance.now() + 50 }, () => client.release());
  expect(await asked).toHaveLength(1);
});

test("statements that each are short enough are together too long", async () => {
  let done = 0;
  const many = (tx: Read) =>
    Array.from({ length: 20 }).reduce<Promise<unknown>>(async (last) => {
      await last;
      await tx.sql`select pg_sleep(0.05)`;
      done += 1;
    }, Promise.resolve());
  const late = await inTime(() => database.db.read(OF_NATION, many)).catch((error) => error);
  // A statement that was cut short, or one that was not begun: both are told as 503.
  expect(isDatabaseTimeout(late) ? unavailable : late).toMatchObject(unavailable);
  expect(done).toBeLessThan(20);
  expect(await database.db.read(OF_NATION, one)).toEqual([{ one: 1 }]);
  await database.db.read(OF_NATION, many);
});

test("a statement that comes too late is not sent", async () => {
  const deadline = { endsAt: performance.now() + 60_000 };
  const late = before(deadline, () =>
    database.db.write(OF_NATION, async (tx) => {
      await one(tx);
      deadline.endsAt = performance.now();
      await tx.sql`insert into service (code, name, short_name, name_en, minutes) values ('late', 'α', 'α', 'a', 5)`;
    }),
  );
  await expect(late).rejects.toMatchObject(unavailable);
  expect(await database.db.read(OF_NATION, one)).toEqual([{ one: 1 }]);
});

test("one that is too long is not waited for, nor does the server go on with it for nobody", async () => {
  await expect(inTime(() => database.db.read(OF_NATION, (tx) => tx.sql`select pg_sleep(60)`))).rejects.toThrow();
  expect(await database.db.read(OF_NATION, one)).toEqual([{ one: 1 }]);
  await expect.poll(sleeping, { timeout: patiently(20_000) }).toBe(0);
});

test("a second transaction of the request has what the first has left", async () => {
  await expect(
    inTime(async () => {
      await database.db.read(OF_NATION, (tx) => tx.sql`select pg_sleep(0.2)`);
      await database.db.write(OF_NATION, (tx) => tx.sql`select pg_sleep(0.25)`);
    }),
  ).rejects.toThrow();
  expect(await database.db.read(OF_NATION, one)).toEqual([{ one: 1 }]);
});
