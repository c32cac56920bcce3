import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aWalletWorld, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { NOW } from "../../../test/world.ts";
import { readConfig } from "../../platform/config.ts";
import { walletOf } from "./configured.ts";
import { fetchLists } from "./fetch-lists.ts";
import { createWalletLists } from "./lists.ts";

/** What the job keeps of others' lists, and until when that is believed. */
let all: WalletWorld;
let trustList: string;
let statusList: string;
beforeAll(async () => {
  all = await aWalletWorld();
  trustList = all.wallet.settings.WALLET_TRUST_LIST_URL;
  statusList = `${all.wallet.origin}/status/1`;
});
afterAll(() => all.close());
beforeEach(async () => {
  all.world.now = NOW;
  Object.assign(all.wallet.faults, { trustList: "none", statusLists: "none" });
  await all.world.owner.query("delete from wallet_list");
  await lists().want({ uri: statusList, index: 0 }, NOW);
  expect(await all.fetchLists()).toEqual([]);
});

const settings = () => {
  const found = walletOf(readConfig({ NODE_ENV: "test", ...all.wallet.settings }));
  if (!found) throw new Error("the wallet is not set");
  return found;
};
/** As a process has them that was just started */
const lists = () => createWalletLists(all.world.db, settings());
const rows = async () => (await all.world.owner.query("select * from wallet_list order by address")).rows;

test.each(["tampered", "stale", "down"] as const)("a list that is %s takes the place of nothing", async (fault) => {
  const before = await rows();
  Object.assign(all.wallet.faults, { trustList: fault, statusLists: fault });
  all.world.now = NOW.add({ minutes: 15 });
  expect((await all.fetchLists()).sort()).toEqual([statusList, trustList].sort());
  expect((await rows()).map(({ body, until }) => [body, until])).toEqual(
    before.map(({ body, until }) => [body, until]),
  );
});

test("nothing is read of a list behind its own end, not even by a process that knows it", async () => {
  const known = lists();
  expect(await known.anchors(NOW)).not.toEqual([]);
  const last = NOW.add({ hours: 24 * 30 }).subtract({ seconds: 2 });
  expect(await known.anchors(last)).not.toEqual([]);
  const over = NOW.add({ hours: 24 * 30 });
  for (const each of [known, lists()]) {
    await expect(each.anchors(over)).rejects.toThrow("not-now");
    await expect(each.requireValid({ uri: statusList, index: 0, country: "GR" }, over)).rejects.toThrow("not-now");
  }
});

test("what is revoked is so here a quarter of an hour later, also at a process that had read the list before", async () => {
  const known = lists();
  const entry = { uri: statusList, index: 0, country: "GR" };
  await known.requireValid(entry, NOW);
  all.wallet.setStatus("fani", "revoked");
  all.world.now = NOW.add({ minutes: 14 });
  await all.fetchLists();
  await known.requireValid(entry, all.world.now);
  all.world.now = NOW.add({ minutes: 15 });
  await all.fetchLists();
  await expect(known.requireValid(entry, all.world.now)).rejects.toThrow("revoked");
  all.wallet.setStatus("fani", "valid");
});

test("a list that no identity has named for a week is forgotten, and that of who issues them never is", async () => {
  await all.world.owner.query("update wallet_list set wanted_at = $1", [NOW.subtract({ hours: 24 * 7 }).toString()]);
  expect(await all.fetchLists()).toEqual([]);
  expect((await rows()).map(({ address }) => address)).toEqual([trustList]);
});

test("where the program ends nothing more is fetched, and nothing is said to have failed", async () => {
  const before = await rows();
  all.world.now = NOW.add({ minutes: 15 });
  const failed: string[] = [];
  const deps = { db: all.world.db, clock: () => all.world.now, settings: settings() };
  await fetchLists(deps, AbortSignal.abort(), (_, address) => failed.push(address));
  expect(failed).toEqual([]);
  expect((await rows()).map(({ fetched_at }) => fetched_at)).toEqual(before.map(({ fetched_at }) => fetched_at));
});
