import { expect, test } from "vitest";
import { MOST_TRIES } from "../../src/public-booking/hoarding/suspicion.ts";
import { BY_WORKERS, doctorsFindings, VISITS_BY_HAND } from "../doctor.ts";
import { SITE } from "../visit-desk.ts";
import { aWorld } from "../world.ts";
import { dayOfBots } from "./bots-day.ts";

/** `npm run trust` takes a whole day. */
const MINUTES = Number(process.env.BOTS_MINUTES ?? 21);

test("programs that hold and confirm by mailboxes of their own have a tenth of a day at most, and people get their times", async () => {
  const world = await aWorld({ TRUST_PROXY: "127.0.0.1", PUBLIC_BASE_URL: SITE });
  const { mostOfBots, people, succeeded, worked, tries, held } = await dayOfBots(world, MINUTES);
  const found = await doctorsFindings(world.database.ownerUrl, world.now, [...BY_WORKERS, ...VISITS_BY_HAND]);
  await world.close();
  if (process.env.BOTS_MINUTES)
    process.stdout.write(
      `bots held ${held} times, ${(mostOfBots * 100).toFixed(1)} % of the day at most; ${succeeded} of ${people} people have a time; ` +
        `${worked} browsers of people computed, ${tries} keys at most\n`,
    );
  expect(found).toEqual([]);
  expect(held).toBeGreaterThan(0);
  expect(mostOfBots).toBeLessThanOrEqual(0.1);
  expect(succeeded / people).toBeGreaterThanOrEqual(0.95);
  expect(tries).toBeLessThanOrEqual(MOST_TRIES);
});
