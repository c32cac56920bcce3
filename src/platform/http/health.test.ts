import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import { healthRoutes } from "./health.ts";
import type { App } from "./server.ts";

let database: FreshDatabase;
let app: App;
beforeAll(async () => {
  database = await freshDatabase(1);
  app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  healthRoutes(app, database.pool);
  app.get("/write", () => database.db.nation.sql`update service set minutes = minutes`);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function looks() {
  const [alive, ready] = [await app.inject("/healthz"), await app.inject("/readyz")];
  return [alive.statusCode, ready.statusCode, ready.json()];
}
const comeAgain = [200, 503, expect.objectContaining({ code: "unavailable" })];
const ready = [200, 200, { status: "ready" }];
const takeNoWrites = () => database.pool.query("set default_transaction_read_only = on");

test("a process whose database takes no writes lives and is not ready, until a connection leads to one that does", async () => {
  expect(await looks()).toEqual(ready);
  await takeNoWrites();
  expect(await looks()).toEqual(comeAgain);
  expect(await looks()).toEqual(ready);
});

test("who writes meanwhile is told to come again, and when", async () => {
  await takeNoWrites();
  const { statusCode, headers } = await app.inject("/write");
  expect([statusCode, headers["retry-after"]]).toEqual([503, "1"]);
  expect((await app.inject("/write")).statusCode).toBe(200);
});

test("a process without its database lives, and says that it is not ready", async () => {
  const gone = await freshDatabase(1);
  const other = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  healthRoutes(other, gone.pool);
  await gone.drop();
  expect((await other.inject("/healthz")).statusCode).toBe(200);
  expect((await other.inject("/readyz")).statusCode).toBe(503);
  await other.close();
});
