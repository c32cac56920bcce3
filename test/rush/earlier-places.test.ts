import { expect, test } from "vitest";
import { BY_WORKERS, doctorsFindings, VISITS_BY_HAND } from "../doctor.ts";
import { SITE } from "../visit-desk.ts";
import { aWorld } from "../world.ts";
import { earlierPlaces } from "./earlier-places.ts";

/** `npm run trust` takes a thousand, and three hundred. */
const WISHES = Number(process.env.WISHES ?? 60);
const CANCELLATIONS = Number(process.env.CANCELLATIONS ?? 20);

test("each place goes to one person, in the published order, with two letters a day at most, and nobody loses what they had", async () => {
  const world = await aWorld({ PUBLIC_BASE_URL: SITE });
  const { wrong, mostLetters, ...came } = await earlierPlaces(world, { wishes: WISHES, cancellations: CANCELLATIONS });
  const found = await doctorsFindings(world.database.ownerUrl, world.now, [...BY_WORKERS, ...VISITS_BY_HAND]);
  await world.close();
  if (process.env.WISHES) process.stdout.write(`earlier places: ${JSON.stringify({ ...came, mostLetters })}\n`);
  expect(found).toEqual([]);
  expect(wrong).toEqual([]);
  expect(mostLetters).toBeLessThanOrEqual(2);
  expect(came.offers).toBeGreaterThan(0);
});
