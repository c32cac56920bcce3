import { expect, test } from "vitest";
import { aMailDesk } from "../../test/mail-desk.ts";
import { killSenders } from "../../test/races/kill-senders.ts";
import { aWorld, NOW } from "../../test/world.ts";

/** `npm run trust` kills a hundred times. */
const KILLS = Number(process.env.SENDER_KILLS ?? 6);

test("of two senders one is killed again and again: every letter arrives, and repeats are the same message", async () => {
  const world = await aWorld();
  world.now = NOW;
  const desk = await aMailDesk(world);
  const report = await killSenders(world, desk, KILLS);
  expect(report).toMatchObject({ kills: KILLS, wrong: 0, forged: 0 });
  expect(report.letters).toBeGreaterThan(20);
  await desk.close();
  await world.close();
});
