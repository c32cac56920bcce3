import { expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";

async function statusOf(code: string): Promise<number> {
  const app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  app.get("/", async () => {
    throw Object.assign(new Error("of the database"), { code });
  });
  const { statusCode } = await app.inject("/");
  await app.close();
  return statusCode;
}

test.each(["08006", "25006", "40P01", "53100", "57P01", "57P03", "58030", "ECONNREFUSED"])(
  "%s is of the server, and passes: come again",
  async (code) => expect(await statusOf(code)).toBe(503),
);

test.each(["22012", "23505", "25P02", "42P01"])("%s is a fault of ours", async (code) =>
  expect(await statusOf(code)).toBe(500),
);
