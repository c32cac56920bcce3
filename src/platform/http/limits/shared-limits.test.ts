import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../../test/database.ts";
import { readConfig } from "../../config.ts";
import { createLogger } from "../../log.ts";
import { createServer } from "../create-server.ts";
import { startForgetting } from "../forget-answers.ts";
import type { App } from "../server.ts";
import { limitFailures, limitTries, limitTriesInBlocks } from "./shared-limits.ts";

/** Two processes on one database: what one of them has counted, the other knows. */
let database: FreshDatabase;
let processes: readonly App[];
let now: Temporal.Instant;
const clock = () => now;
beforeAll(async () => {
  database = await freshDatabase(10);
  processes = [await aProcess(), await aProcess()];
});
afterAll(async () => {
  for (const app of processes) await app.close();
  await database.drop();
});
beforeEach(async () => {
  now = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
  await asOwner(database.ownerUrl, "delete from limit_count");
});

async function aProcess(): Promise<App> {
  const config = readConfig({ NODE_ENV: "test" });
  const app = await createServer({ config, logger: createLogger("silent"), formTargets: [] });
  const deps = { db: database.db, clock };
  const failures = limitFailures(deps, { name: "sign-in failures", max: 3, minutes: 1 });
  app.get("/fail", { onRequest: failures.refuseAfterMany }, async (request) => failures.note(request));
  app.get("/succeed", { onRequest: failures.refuseAfterMany }, async () => "in");
  const tries = limitTries(deps, { name: "searches by address", max: 3, minutes: 10 });
  app.get("/try", { onRequest: tries }, async () => "tried");
  const requests = limitTriesInBlocks(deps, {
    name: "partners' requests",
    max: 30,
    minutes: 1,
    block: 4,
    of: ({ query }) => (query as { partner: string }).partner,
  });
  app.get("/many", { onRequest: requests }, async () => "asked");
  return app;
}

let turn = 0;
/** Of either process by turns */
const ask = async (url: string, remoteAddress = "192.0.2.1") =>
  await (processes[turn++ % 2] as App).inject({ url, remoteAddress });
const statuses = async (url: string, count: number, address?: string) => {
  const answers: number[] = [];
  for (let asked = 0; asked < count; asked++) answers.push((await ask(url, address)).statusCode);
  return answers;
};

test("tries are counted by address over all processes, and hear when counting begins anew", async () => {
  expect(await statuses("/try", 4)).toEqual([200, 200, 200, 429]);
  now = now.add({ minutes: 9 });
  const refused = await ask("/try");
  expect([refused.statusCode, refused.headers["retry-after"], refused.json().code]).toEqual([
    429,
    "60",
    "rate-limited",
  ]);
  expect(await statuses("/try", 1, "192.0.2.2")).toEqual([200]);
  now = now.add({ minutes: 1 });
  expect(await statuses("/try", 4)).toEqual([200, 200, 200, 429]);
});

test("those of one network of IPv6 are one address, of which nothing but a hash is stored", async () => {
  await statuses("/try", 3, "2001:db8::1");
  expect(await statuses("/try", 1, "2001:db8::ffff:2")).toEqual([429]);
  const rows = await asOwner<{ who: Buffer }>(database.ownerUrl, "select who from limit_count");
  expect(rows.map(({ who }) => who.length)).toEqual([32]);
});

test("of failures only failures are counted, and whoever has many is refused before the next one", async () => {
  expect(await statuses("/succeed", 5)).toEqual(Array(5).fill(200));
  expect(await asOwner(database.ownerUrl, "select from limit_count")).toEqual([]);
  expect(await statuses("/fail", 4)).toEqual([200, 200, 200, 429]);
  expect(await statuses("/succeed", 1)).toEqual([429]);
  now = now.add({ minutes: 1 });
  expect(await statuses("/succeed", 1)).toEqual([200]);
});

test("of tries in blocks no more than the limit are let in at once, and no fewer than without a block of each process", async () => {
  const letIn = async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask("/many?partner=a")));
    return answers.filter(({ statusCode }) => statusCode === 200).length;
  };
  const first = await letIn();
  expect(first).toBeLessThanOrEqual(30);
  expect(first).toBeGreaterThan(30 - 2 * 4);
  expect((await ask("/many?partner=b")).statusCode).toBe(200);
  const [, counted] = await asOwner<{ count: number }>(
    database.ownerUrl,
    "select count from limit_count order by count",
  );
  // Each process hears once that there is no other block, and asks no more.
  expect(counted?.count).toBeLessThanOrEqual(32 + 2 * 4);
  now = now.add({ minutes: 1 });
  expect(await letIn()).toBeGreaterThan(30 - 2 * 4);
});

test("what counts no more is removed", async () => {
  await statuses("/try", 1);
  await statuses("/fail", 1);
  const left = async () => {
    const rows = await asOwner<{ limit_name: string }>(database.ownerUrl, "select limit_name from limit_count");
    return rows.map(({ limit_name }) => limit_name);
  };
  now = now.add({ minutes: 2 });
  const forgetting = startForgetting({ db: database.db, clock, log: createLogger("silent") });
  await expect.poll(left).toEqual(["searches by address"]);
  await forgetting.stop();
});
