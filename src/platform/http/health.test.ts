import type pg from "pg";
import { expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import { healthRoutes } from "./health.ts";

async function answersWith(query: () => Promise<unknown>) {
  const app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  healthRoutes(app, { query } as unknown as pg.Pool);
  const [alive, ready] = [await app.inject("/healthz"), await app.inject("/readyz")];
  await app.close();
  return [alive.statusCode, ready.statusCode, ready.json()];
}

test("a process without its database lives, and says that it is not ready", async () => {
  expect(await answersWith(async () => {})).toEqual([200, 200, { status: "ready" }]);
  expect(await answersWith(() => Promise.reject(new Error("gone")))).toEqual([
    ...[200, 503],
    expect.objectContaining({ code: "unavailable" }),
  ]);
});
