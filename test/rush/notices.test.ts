import { expect, test } from "vitest";
import { BY_WORKERS, doctorsFindings } from "../doctor.ts";
import { aWorld } from "../world.ts";
import { notices } from "./notices.ts";

/** `npm run trust` takes a thousand. */
const ACTS = Number(process.env.NOTICE_ACTS ?? 80);

test("each notice arrives at least once, and those of an appointment in their order, through receivers that are down, slow or lie", async () => {
  const world = await aWorld();
  const { wrong, ...told } = await notices(world, ACTS);
  const found = await doctorsFindings(world.database.ownerUrl, world.now, BY_WORKERS);
  await world.close();
  if (process.env.NOTICE_ACTS) process.stdout.write(`notices: ${JSON.stringify(told)}\n`);
  expect(found).toEqual([]);
  expect(wrong).toEqual([]);
  expect(told.notices).toBeGreaterThan(ACTS / 4);
  expect(told.heard).toBeGreaterThanOrEqual(told.notices);
});
