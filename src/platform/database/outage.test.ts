import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import type pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { freePort } from "../../../test/free-port.ts";
import { createLogger } from "../log.ts";
import { startWorker, type Worker } from "../worker.ts";
import { createOutage, type OutageWatch } from "./outage.ts";
import { openPool } from "./pool.ts";
import { type Database, databaseOf } from "./transaction.ts";

interface Line {
  readonly msg: string;
  readonly err?: object;
}

let database: FreshDatabase;
let pool: pg.Pool;
let db: Database;
let outage: OutageWatch;
let port: number;
let relay: Server | null;
let workers: Worker[];
const lines: Line[] = [];
const log = createLogger("warn", { write: (text) => lines.push(JSON.parse(text)) }, (error, failure) =>
  outage.covers(error, failure),
);
beforeEach(async () => {
  lines.length = 0;
  workers = [];
  relay = null;
  database = await freshDatabase(2);
  port = await freePort();
  const url = new URL(database.appUrl);
  url.host = `127.0.0.1:${port}`;
  pool = openPool(url.href, 5, (err) => log.warn({ err }, "a database connection was lost"));
  db = databaseOf(pool);
  outage = createOutage(20);
  outage.watch(log, () => pool.query("select"));
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  outage.stop();
  await pool.end();
  relay?.close();
  await database.drop();
});

/** From now on the database is reached. */
async function openRelay(): Promise<void> {
  const { hostname, port: there } = new URL(database.appUrl);
  relay = createServer((near) => {
    const far = connect(Number(there), hostname);
    near.pipe(far).pipe(near);
    for (const side of [near, far]) side.on("error", () => {});
  });
  await once(relay.listen(port, "127.0.0.1"), "listening");
}

/** @returns how often it has failed or not in all */
function tenWorkers(act: () => Promise<unknown>): () => number {
  let rounds = 0;
  const work = async () => {
    try {
      await act();
      return true;
    } finally {
      rounds++;
    }
  };
  workers = Array.from({ length: 10 }, (_, number) =>
    startWorker(log, { act: work, everyMs: 5, againMs: 5, failure: `work ${number} waits` }),
  );
  return () => rounds;
}

test("ten workers that don't reach the database are one line without a stack, and one more when it is well again", async () => {
  const rounds = tenWorkers(() => db.nation.sql`select 1`);
  await expect.poll(rounds).toBeGreaterThan(40);
  expect(lines).toEqual([
    expect.objectContaining({
      msg: "the database does not answer in time; what waits for it is tried again",
      reason: expect.stringContaining("ECONNREFUSED"),
      failure: expect.stringMatching(/^work \d waits$/),
    }),
  ]);
  expect(JSON.stringify(lines)).not.toContain("stack");
  await openRelay();
  await expect.poll(() => lines.length).toBe(2);
  expect(lines[1]).toMatchObject({
    msg: "the database answers in time again; all is well",
    seconds: expect.any(Number),
  });
  const before = rounds();
  await expect.poll(rounds).toBeGreaterThan(before + 40);
  expect(lines).toHaveLength(2);
});

test("while it lasts it is said from time to time, with how long and how much has failed", async () => {
  outage.stop();
  outage = createOutage(20, 100);
  outage.watch(log, () => pool.query("select"));
  const rounds = tenWorkers(() => db.nation.sql`select 1`);
  await expect.poll(() => lines.length).toBeGreaterThan(2);
  const [, first, second] = lines as (Line & { readonly failures?: number })[];
  expect([first?.msg, second?.msg]).toEqual(Array(2).fill("the database still does not answer in time"));
  expect(second?.failures).toBeGreaterThan(first?.failures ?? 0);
  expect(rounds()).toBeGreaterThan(5 * lines.length);
});

test("as long as some work still fails in that way, an answer in between makes nothing well", async () => {
  await openRelay();
  let asked = 0;
  outage.watch(log, async () => {
    asked++;
    await pool.query("select");
  });
  tenWorkers(async () => {
    throw new Error("timeout exceeded when trying to connect");
  });
  await expect.poll(() => asked).toBeGreaterThan(5);
  expect(lines).toHaveLength(1);
});

test("a fault of ours is told whole, each time, whether the database is there or not", async () => {
  const rounds = tenWorkers(async () => {
    throw new TypeError("no such thing");
  });
  await expect.poll(rounds).toBeGreaterThan(10);
  expect(new Set(lines.map(({ err }) => Object.keys(err ?? {}).join()))).toEqual(new Set(["name,message,stack"]));
  expect(lines.length).toBeGreaterThanOrEqual(10);
});

test("who held a lock for too long is told each time", async () => {
  log.warn({ err: Object.assign(new Error("canceling statement due to lock timeout"), { code: "55P03" }) }, "waits");
  expect(lines).toEqual([expect.objectContaining({ msg: "waits", err: expect.objectContaining({ code: "55P03" }) })]);
});
