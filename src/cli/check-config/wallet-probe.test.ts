import { afterAll, beforeAll, expect, test } from "vitest";
import { checkConfig } from "../../../test/check-config.ts";
import { startWallet, type WalletStandIn } from "../../../trial/stand-ins/wallet/wallet.ts";

let wallet: WalletStandIn;
beforeAll(async () => {
  wallet = await startWallet();
});
afterAll(() => wallet.stop());

const found = async (settings: Readonly<Record<string, string>>) =>
  (await checkConfig({ ...wallet.settings, ...settings })).probes
    .filter(({ probe }) => probe === "wallet")
    .map(({ setting, is, code }) => `${setting} ${is} ${code}`);

test("the files by which wallets know us and the list of whom we believe are tried, and what is wrong is named", async () => {
  expect(await found({})).toEqual([
    expect.stringMatching(/^WALLET_ACCESS_CHAIN_FILE (fine wallet-fine|note wallet-ends)$/),
    "WALLET_TRUST_LIST_URL fine wallet-list-fine",
  ]);
  expect(await found({ WALLET_ACCESS_KEY_FILE: "/no/such.pem" })).toEqual(["WALLET_* wrong wallet-files"]);
  const chain = wallet.settings.WALLET_ACCESS_CHAIN_FILE;
  expect((await found({ WALLET_TRUST_LIST_SIGNERS_FILE: chain }))[1]).toBe("WALLET_TRUST_LIST_URL wrong wallet-list");
  wallet.faults.trustList = "tampered";
  expect((await found({}))[1]).toBe("WALLET_TRUST_LIST_URL wrong wallet-list");
  wallet.faults.trustList = "down";
  expect((await found({}))[1]).toMatch(/^WALLET_TRUST_LIST_URL wrong /);
});

test("where wallets are not offered nothing is said of them", async () => {
  expect((await checkConfig({})).probes.filter(({ probe }) => probe === "wallet")).toEqual([]);
});
