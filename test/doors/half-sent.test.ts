import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patiently } from "../patience.ts";
import { aWorld, type World } from "../world.ts";
import { isServed, WISHES } from "./honest.ts";
import { besiege, WAYS } from "./siege.ts";

/** In small: what `npm run trust -- doors` keeps up for a minute. */
let world: World;
let port: number;
beforeAll(async () => {
  world = await aWorld();
  await world.app.listen({ port: 0, host: "127.0.0.1" });
  ({ port } = world.app.server.address() as AddressInfo);
});
afterAll(() => world.close());
const patient = { interval: 10, timeout: patiently(20_000) };

test.each(Object.entries(WAYS))("%s keep nobody else waiting", async (_name, way) => {
  const siege = await besiege(port, way);
  try {
    const served = WISHES.map((wish, index) => isServed(port, wish, `127.0.1.${1 + index}`, 60_000));
    expect(await Promise.all(served)).toEqual(WISHES.map(() => true));
    await expect.poll(() => world.app.admission.counts(), patient).toEqual({ underWay: 0, waiting: 0 });
  } finally {
    await siege.end();
  }
});
