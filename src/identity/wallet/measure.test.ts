import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { insertWanted, updateFetched } from "./list-sql.ts";
import { measureWallet } from "./measure.ts";

const trustList = new URL("https://trust.example.eu/list");

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** As Prometheus reads it. */
async function measured(now: Temporal.Instant): Promise<string[]> {
  const metrics = new Registry();
  const access = { validUntil: NOW.add({ hours: 24 * 30 }) };
  measureWallet({ db: world.db, clock: () => now, metrics }, { access, trustList });
  return (await metrics.metrics()).split("\n").filter((line) => line.startsWith("wallet_"));
}

test("the operator sees how long wallets know us yet, and how old the list is by which they are believed", async () => {
  expect(await measured(NOW)).toEqual(["wallet_access_left_seconds 2592000", "wallet_trust_list_age_seconds +Inf"]);
  await world.db.write(OF_NATION, async (tx) => {
    await insertWanted(tx, { address: trustList.href, kind: "trust" }, NOW);
    await updateFetched(tx, trustList.href, {
      body: "signed",
      fetchedAt: NOW,
      refreshAt: NOW,
      until: NOW.add({ hours: 6 }),
    });
  });
  const [left, age] = await measured(NOW.add({ minutes: 20 }));
  expect([left, age]).toEqual(["wallet_access_left_seconds 2590800", "wallet_trust_list_age_seconds 1200"]);
});

test("a certificate that is over and a list that is over are told, and no number is made up for them", async () => {
  expect(await measured(NOW.add({ hours: 24 * 31 }))).toEqual([
    "wallet_access_left_seconds -86400",
    "wallet_trust_list_age_seconds +Inf",
  ]);
});
