import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patiently } from "../patience.ts";
import { aWalletWorld, type WalletWorld } from "../wallet/wallet-world.ts";
import { isServed, WISHES } from "./honest.ts";
import { besiege, WAYS } from "./siege.ts";

/** In small: what `npm run trust -- doors` keeps up for a minute. */
let wallets: WalletWorld;
let port: number;
beforeAll(async () => {
  wallets = await aWalletWorld();
  ({ port } = wallets.world.app.server.address() as AddressInfo);
});
afterAll(() => wallets.close());
const patient = { interval: 10, timeout: patiently(20_000) };

test.each(Object.entries(WAYS))("%s keep nobody else waiting", async (_name, way) => {
  const siege = await besiege(port, way);
  try {
    const served = WISHES.map((wish, index) => isServed(port, wish, `127.0.1.${1 + index}`, 60_000));
    expect(await Promise.all(served)).toEqual(WISHES.map(() => true));
    await expect.poll(() => wallets.world.app.admission.counts(), patient).toEqual({ underWay: 0, waiting: 0 });
  } finally {
    await siege.end();
  }
});
