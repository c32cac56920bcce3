import { expect, test } from "vitest";
import { aTaxisnet } from "../taxisnet.ts";
import { aVisitDesk } from "../visit-desk.ts";
import { aWalletWorld } from "../wallet/wallet-world.ts";
import { bombMailbox } from "./bombed-mailbox.ts";
import { tellFigures } from "./figures.ts";

/** `npm run trust` takes a day and a half. */
const HOURS = Number(process.env.BOMBED_HOURS ?? 9);
const EVERY_MINUTES = Number(process.env.BOMBED_EVERY ?? 45);

test("a victim's mailbox is not filled, by whichever ways, pages, languages, spellings and processes", async () => {
  const taxisnet = await aTaxisnet();
  const wallets = await aWalletWorld({
    ...taxisnet.settings,
    TRUST_PROXY: "127.0.0.1",
    WALLET_ASKS_NUMBER: "true",
  });
  const desk = await aVisitDesk(wallets.world);
  const bombed = await bombMailbox(wallets, desk, { hours: HOURS, everyMinutes: EVERY_MINUTES });
  await desk.close();
  await wallets.close();
  await taxisnet.stop();
  await tellFigures(bombed);
  expect(Object.entries(bombed.pressed).filter(([, presses]) => presses === 0)).toEqual([]);
  expect(bombed.mostInHour).toBeLessThanOrEqual(10);
  // Beside the ledger: what tells of a visit and had to wait, and reminders.
  expect(bombed.mostInDay).toBeLessThanOrEqual(24);
});
