import pg from "pg";
import { buildApp } from "../../src/app.ts";
import { directoryOf } from "../../src/identity/directory/configured.ts";
import { providerOf } from "../../src/identity/provider/configured.ts";
import { readConfig } from "../../src/platform/config.ts";
import { databaseOf } from "../../src/platform/database/transaction.ts";
import { createLogger } from "../../src/platform/log.ts";
import { noticesOf } from "../../src/platform/notices/notices.ts";
import { systemClock } from "../../src/platform/time.ts";

/** What /openapi.json says. Nobody is asked for it: the pool stays without a connection. */
export async function publishedContract(): Promise<string> {
  const config = readConfig({
    NODE_ENV: "test",
    GSIS_BASE_URL: "http://127.0.0.1:9",
    GSIS_CLIENT_ID: "test",
    GSIS_CLIENT_SECRET: "test",
    DIRECTORY_URL: "http://127.0.0.1:9",
  });
  const pool = new pg.Pool({ pipeline: true });
  const deps = {
    db: databaseOf(pool),
    pool,
    notices: noticesOf(async () => ""),
    onRuling: () => {},
    onLetter: () => {},
    onRecord: () => {},
    clock: systemClock,
    config,
    log: createLogger("silent"),
  };
  const app = await buildApp({
    ...deps,
    trial: false,
    directory: directoryOf(config, deps),
    provider: providerOf(config),
  });
  await app.ready();
  // A route without a name in src/operations.ts says so here, and not as the answer of a broken server.
  app.swagger();
  const { body } = await app.inject({ method: "GET", url: "/openapi.json" });
  await app.close();
  return body;
}
