import { randomUUID } from "node:crypto";
import { buildApp } from "../../src/app.ts";
import { directoryOf } from "../../src/identity/directory/configured.ts";
import { providerOf } from "../../src/identity/provider/configured.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { databaseOf } from "../../src/platform/database/transaction.ts";
import { createLogger } from "../../src/platform/log.ts";
import { noticesOf } from "../../src/platform/notices/notices.ts";

// A process that writes once, and ends or stands still between the commit and the notice, before it answers:
// node commit-and-end.ts DATABASE INSTANT SIGNAL COOKIE PATH BODY, with the path below /api/offices/
const [database = "", now = "", signal = "", cookie = "", path = "", body = ""] = process.argv.slice(2);
const pool = openPool(database, 4, () => {});
const config = readConfig({
  NODE_ENV: "test",
  GSIS_BASE_URL: "http://127.0.0.1:9",
  GSIS_CLIENT_ID: "test",
  GSIS_CLIENT_SECRET: "test",
  DIRECTORY_URL: "http://127.0.0.1:9",
});
const deps = {
  db: databaseOf(pool, () => process.kill(process.pid, signal)),
  pool,
  notices: noticesOf(async () => database),
  onRuling: () => {},
  onLetter: () => {},
  onRecord: () => {},
  clock: () => Temporal.Instant.from(now),
  config,
  log: createLogger("silent"),
};
const app = await buildApp({ ...deps, directory: directoryOf(config, deps), provider: providerOf(config) });
const reply = await app.inject({
  method: "POST",
  url: `/api/offices/${path}`,
  headers: { cookie, "sec-fetch-site": "same-origin", "idempotency-key": randomUUID() },
  payload: JSON.parse(body),
});
throw new Error(`It was to end before it answers, and answered ${reply.statusCode}: ${reply.body}`);
