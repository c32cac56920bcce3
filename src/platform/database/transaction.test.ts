import { setImmediate as breathe } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { OF_NATION, part, type Read, type Tx } from "./sql.ts";
import { databaseOf } from "./transaction.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(1);
});
afterAll(() => database.drop());

test("a statement that comes after its transaction has failed is refused", async () => {
  const { promise: later, reject } = Promise.withResolvers<never>();
  later.catch(() => {});
  const failing = database.db.write(OF_NATION, async (tx) => {
    // One of two at once fails; the other goes on when its own first statement is answered.
    await Promise.all([
      Promise.reject(new Error("taken")),
      goesOn(tx).catch((error) => {
        reject(error);
        throw error;
      }),
    ]);
  });
  await expect(failing).rejects.toThrow("taken");
  await expect(later).rejects.toThrow("after the end of its transaction");
  expect(await asOwner(database.ownerUrl, "select code from service where code = 'late'")).toEqual([]);
});

async function goesOn(tx: Tx): Promise<void> {
  await tx.sql`select pg_sleep(0.05)`;
  await breathe();
  await tx.sql`insert into service (code, name, short_name, name_en, minutes) values ('late', 'α', 'α', 'a', 5)`;
}

test("who swallows a statement's error is not told that anything was committed", async () => {
  const swallowing = database.db.write(OF_NATION, async (tx) => {
    await tx.sql`select 1 / 0`.catch(() => {});
    return "done";
  });
  await expect(swallowing).rejects.toThrow("division by zero");
});

/** A statement that fails for a reason of the server's, on another's behalf: heard late, after many that wait for it. */
const failing = (tx: Tx, code: string) => tx.sql`select planted_failure(${code})`;
async function heardLate(work: () => Promise<unknown>): Promise<void> {
  const waitFor = async (deep: number): Promise<unknown> => (deep === 0 ? await work() : await waitFor(deep - 1));
  await waitFor(20);
}

describe("of statements that are sent together the first that failed is believed", () => {
  beforeAll(() =>
    asOwner(
      database.ownerUrl,
      `create function planted_failure(code text) returns void language plpgsql as
        $$ begin raise exception 'planted' using errcode = code; end $$`,
    ),
  );

  test("whichever is heard first: a disk that is full is full", async () => {
    const { db } = database;
    const both = (tx: Tx) => Promise.all([heardLate(() => failing(tx, "53100")), tx.sql`select 1`]);
    await expect(db.write(OF_NATION, both)).rejects.toMatchObject({ code: "53100" });
    await expect(db.dryRun(OF_NATION, both)).rejects.toMatchObject({ code: "53100" });
    const ending = (tx: Tx) => Promise.all([heardLate(() => failing(tx, "53100")), tx.last`select 1`]);
    await expect(db.write(OF_NATION, ending)).rejects.toMatchObject({ code: "53100" });
    const switching = (tx: Tx) => Promise.all([heardLate(() => failing(tx, "53100")), tx.switchTenant(OF_NATION)]);
    await expect(db.write(OF_NATION, switching)).rejects.toMatchObject({ code: "53100" });
    const reading = (tx: Read) => Promise.all([heardLate(() => tx.sql`select 1 / 0`), tx.sql`select 1`]);
    await expect(db.read(OF_NATION, reading)).rejects.toMatchObject({ code: "22012" });
  });

  test("rows that are copied among them", async () => {
    const rows = { table: "service", columns: ["code"], values: [["x"]] };
    const copying = (tx: Tx) => Promise.all([heardLate(() => failing(tx, "53100")), tx.copy(rows)]);
    await expect(database.db.write(OF_NATION, copying)).rejects.toMatchObject({ code: "53100" });
    const copyingFirst = (tx: Tx) => Promise.all([tx.copy({ ...rows, table: "nowhere" }), tx.sql`select 1`]);
    await expect(database.db.write(OF_NATION, copyingFirst)).rejects.toMatchObject({ code: "42P01" });
  });

  test("a deadlock is done again, though what came behind it was refused for another reason", async () => {
    let attempts = 0;
    await database.db.write(OF_NATION, async (tx) => {
      attempts++;
      if (attempts === 1) await Promise.all([heardLate(() => failing(tx, "40P01")), tx.sql`select 1`]);
    });
    expect(attempts).toBe(2);
  });
});

test("a connection of no use is given up also by who calls it something else", async () => {
  await database.pool.query("set default_transaction_read_only = on");
  const refusing = database.db.write(OF_NATION, async (tx) => {
    await tx.sql`update service set minutes = 5`.catch(() => {
      throw new Error("something else");
    });
  });
  await expect(refusing).rejects.toThrow("something else");
  await database.db.write(OF_NATION, (tx) => tx.sql`update service set minutes = minutes`);
});

test("a pool without pipelines is refused: what is sent together would be held back", () => {
  const pool = new pg.Pool();
  expect(() => databaseOf(pool)).toThrow("pipelines");
});

test("what was tried out is over when its result is there: whoever looks at it for long keeps nobody waiting", async () => {
  const tried = await database.db.dryRun(OF_NATION, async (tx) => {
    await tx.sql`insert into service (code, name, short_name, name_en, minutes) values ('tried', 'α', 'α', 'a', 5)`;
    return tx.sql<{ code: string }>`select code from service where code = 'tried'`;
  });
  expect([tried, database.pool.idleCount]).toEqual([[{ code: "tried" }], 1]);
  expect(await asOwner(database.ownerUrl, "select code from service where code = 'tried'")).toEqual([]);
});

test("what is tried out can't be committed by its last statement either", async () => {
  const trying = database.db.dryRun(OF_NATION, (tx) => tx.last`select 1`);
  await expect(trying).rejects.toThrow("only tried out");
});

test("a statement is put together from parts, each with values of its own", async () => {
  const above = (least: number) => part`select n from generate_series(${1}::int, ${5}::int) as n where n >= ${least}`;
  const rows = await database.db.read(
    OF_NATION,
    (tx) => tx.sql`
    with high as (${above(4)}) select n, ${"name"}::text as name from high where n < ${5}`,
  );
  expect(rows).toEqual([{ n: 4, name: "name" }]);
});

test("what the last statement did is committed with it, and nothing comes behind", async () => {
  const [row] = await database.db.write(OF_NATION, async (tx) => {
    const rows = await tx.last<{ code: string }>`
      insert into service (code, name, short_name, name_en, minutes) values ('last', 'α', 'α', 'a', 5) returning code`;
    await expect(tx.sql`select 1`).rejects.toThrow("after the end of its transaction");
    return rows;
  });
  expect(await asOwner(database.ownerUrl, "select code from service where code = 'last'")).toEqual([row]);
});

test("a read that knows its last statement has ended with it, and its connection is free", async () => {
  const backend = await database.db.read(OF_NATION, async (tx) => {
    const [row] = await tx.last<{ pid: number }>`select pg_backend_pid() as pid`;
    await expect(tx.sql`select 1`).rejects.toThrow("after the end of its transaction");
    return row?.pid;
  });
  const states = await asOwner(database.ownerUrl, "select state, query from pg_stat_activity where pid = $1", [
    backend,
  ]);
  expect(states).toEqual([{ state: "idle", query: "commit" }]);
  expect(database.pool.idleCount).toBe(1);
});

test("when the last statement fails, all before it is taken back", async () => {
  const failing = database.db.write(OF_NATION, async (tx) => {
    await tx.sql`insert into service (code, name, short_name, name_en, minutes) values ('early', 'α', 'α', 'a', 5)`;
    await tx.last`select 1 / ${0}::int`;
  });
  await expect(failing).rejects.toThrow("division by zero");
  expect(await asOwner(database.ownerUrl, "select code from service where code = 'early'")).toEqual([]);
  expect(await database.db.read(OF_NATION, (tx) => tx.sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test("what the server ended for a deadlock is done again, whole", async () => {
  let attempts = 0;
  await database.db.write(OF_NATION, async (tx) => {
    attempts++;
    await tx.sql`insert into service (code, name, short_name, name_en, minutes) values ('again', 'α', 'α', 'a', 5)`;
    if (attempts === 1) await tx.sql`do $$ begin raise exception 'deadlock detected' using errcode = '40P01'; end $$`;
  });
  expect(attempts).toBe(2);
  expect(await asOwner(database.ownerUrl, "select code from service where code = 'again'")).toHaveLength(1);
});

test("a connection lost under a reader that asks nothing breaks her read and no more", async () => {
  const unheard: unknown[] = [];
  const onUnheard = (reason: unknown) => unheard.push(reason);
  process.on("unhandledRejection", onUnheard);
  const reading = database.db.read(OF_NATION, async () => {
    const [client] = (database.pool as unknown as { _clients: { connection: { stream: { destroy(): void } } }[] })
      ._clients;
    client?.connection.stream.destroy();
    return "nothing";
  });
  await expect(reading).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off("unhandledRejection", onUnheard);
  expect(unheard).toEqual([]);
  expect(await database.db.read(OF_NATION, (tx) => tx.sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test("a migration that adds a column fails nobody who had asked for all of them before", async () => {
  const busy = await freshDatabase(4);
  const { read, write, nation } = busy.db;
  // Each connection has prepared each of them.
  const askAll = () =>
    Promise.all(
      Array.from({ length: 40 }, (_, at) => {
        if (at % 3 === 0) return read(OF_NATION, (tx) => tx.sql`select * from service`);
        return at % 3 === 1
          ? write(OF_NATION, (tx) => tx.sql`select *, 1 as one from service`)
          : nation.sql`select *, 2 as two from service`;
      }),
    );
  await askAll();
  await asOwner(busy.ownerUrl, "alter table service add column later text");
  await askAll();
  await busy.drop();
});
