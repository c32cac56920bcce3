import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/platform/config.ts";
import { openToServe } from "../../src/platform/database/open-to-serve.ts";
import { OF_NATION } from "../../src/platform/database/sql.ts";
import { createLogger } from "../../src/platform/log.ts";
import { freePort } from "../free-port.ts";
import { type Platform, runVisits, startPlatform } from "../platform.ts";
import { openToCitizens } from "../public-booking.ts";
import type { TestOffice } from "../world.ts";
import { aStandbyWorld, type StandbyWorld } from "./standby-world.ts";

/** A process that starts, as in production, while the primary is dead and its standby is not. */
let all: StandbyWorld;
let office: TestOffice;
beforeAll(async () => {
  all = await aStandbyWorld();
  const { world } = all;
  await openToCitizens(world.owner);
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true");
  await all.killPrimary();
});
afterAll(() => all.close());

const settings = async () => ({
  NODE_ENV: "production",
  PORT: String(await freePort()),
  DATABASE_URL: all.urls.app,
  PUBLIC_BASE_URL: "https://visits.example.gr",
  TRUST_PROXY: "false",
  AUDIT_KEY: "c2f1d7e86b0945a3918e4f7a6d5c3b2a",
  GSIS_BASE_URL: "https://127.0.0.1:9",
  GSIS_CLIENT_ID: "id",
  GSIS_CLIENT_SECRET: "a-secret-of-the-state",
  DIRECTORY_URL: "https://127.0.0.1:9",
  DIRECTORY_USERNAME: "visits",
  DIRECTORY_PASSWORD: "a-word-of-passing",
});

test("without a standby it says that the database does not answer, and ends", async () => {
  const { code, output } = await runVisits(["serve"], await settings());
  expect([code, output]).toEqual([1, expect.stringContaining("does not answer")]);
});

test("a login that may pass row-level security by is refused as it is beside a primary", async () => {
  const [DATABASE_URL, READ_DATABASE_URL] = [all.pair.leader, all.pair.standby].map((server) => server.url("visits"));
  const config = readConfig({ ...(await settings()), DATABASE_URL, READ_DATABASE_URL });
  await expect(openToServe(config, createLogger("silent"))).rejects.toThrow("passes row-level security by");
});

test("a server that takes no writes is no primary to begin with, and looks are made there all the same", async () => {
  const config = readConfig({
    ...(await settings()),
    DATABASE_URL: all.urls.standby,
    READ_DATABASE_URL: all.urls.standby,
  });
  const database = await openToServe(config, createLogger("silent"));
  await expect(database.app.write(OF_NATION, (tx) => tx.sql`select 1`)).rejects.toMatchObject({ code: "25006" });
  await database.close();
});

test("with one it shows what there is, tells acts to come again, and does them when the primary is there", async () => {
  const env = { ...(await settings()), READ_DATABASE_URL: all.urls.standby };
  const ready: Promise<Platform> = startPlatform(env);
  const at = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${env.PORT}${path}`, { redirect: "manual", ...init });
  const statusOf = (path: string) =>
    at(path).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(() => statusOf("/book")).toBe(200);

  const day = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 3 });
  const page = `/book/offices/${office.code}/days/${day}?service=signature`;
  const hold = () =>
    at(`/book/offices/${office.code}/hold`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
        accept: "text/html",
      },
      body: new URLSearchParams({ service: "signature", at: `${day}T10:00` }),
    });
  for (const path of ["/book", "/book/services", `/book/offices/${office.code}`, "/api/public/v1/offices"])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
  expect(await (await at(page)).text()).toContain(`${day}T10:00`);
  const refused = await hold();
  expect(refused.status).toBe(503);
  expect(await refused.text()).toContain("Δοκιμάστε ξανά");
  expect(await statusOf("/readyz")).toBe(503);

  await all.pair.leader.start();
  const platform = await ready;
  await expect.poll(async () => (await hold()).status).toBe(303);
  await expect.poll(async () => (await at(page)).text()).not.toContain(`value="${day}T10:00"`);
  expect(platform.output()).toContain("begun with the standby, for looks alone");
  await platform.kill("SIGTERM");
});
