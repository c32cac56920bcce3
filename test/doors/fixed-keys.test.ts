import { expect, test } from "vitest";
import { aTaxisnet } from "../taxisnet.ts";
import { aVisitDesk } from "../visit-desk.ts";
import { aWalletWorld } from "../wallet/wallet-world.ts";
import { tellFigures } from "./figures.ts";
import { robVictims } from "./fixed-keys.ts";

/** One person by each way; `npm run trust` lets all come, several times. */
const ROUNDS = Number(process.env.ROBBERIES ?? 0);

test("whoever was at a browser before, or comes next, sees and does nothing of who books there in between", async () => {
  const taxisnet = await aTaxisnet();
  const wallets = await aWalletWorld(taxisnet.settings);
  const { world } = wallets;
  const desk = await aVisitDesk(world);
  await world.owner.query(
    "update office set online_limit = 10, online_counter_percent = 0, online_freed_minutes = 0 where id = $1",
    [desk.office.id],
  );
  const robbed = await robVictims(wallets, desk, ROUNDS);
  await desk.close();
  await wallets.close();
  await taxisnet.stop();
  await tellFigures(robbed);
  expect(robbed.wrong).toEqual([]);
  expect(robbed.tries).toBeGreaterThan(robbed.victims * 20);
});
