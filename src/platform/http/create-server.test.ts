import { expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";

test("who sends slowly is cut off after fifteen seconds, and looked for every second", async () => {
  const app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  // How often Node looks is in no type of its.
  const { headersTimeout, requestTimeout, connectionsCheckingInterval } = app.server as typeof app.server & {
    readonly connectionsCheckingInterval: number;
  };
  expect([headersTimeout, requestTimeout, connectionsCheckingInterval]).toEqual([15_000, 15_000, 1_000]);
  await app.close();
});
