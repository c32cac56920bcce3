import { expect, test } from "vitest";
import { MOST_TRIES } from "../../src/public-booking/hoarding/suspicion.ts";
import { BY_WORKERS, doctorsFindings, VISITS_BY_HAND } from "../doctor.ts";
import { SITE } from "../visit-desk.ts";
import { aWorld } from "../world.ts";
import { type Crowd, type DayOfBots, dayOfBots } from "./bots-day.ts";

/** `npm run trust` takes a whole day. */
const MINUTES = Number(process.env.BOTS_MINUTES ?? 10);
/** Of four hundred in seven hours */
const PEOPLE = Math.round((MINUTES * 400) / 420);

/** A Monday, and the doctor behind it. */
async function monday(crowd: Omit<Crowd, "minutes" | "people">): Promise<DayOfBots> {
  const world = await aWorld({ TRUST_PROXY: "127.0.0.1", PUBLIC_BASE_URL: SITE });
  const day = await dayOfBots(world, { ...crowd, minutes: MINUTES, people: PEOPLE });
  const found = await doctorsFindings(world.database.ownerUrl, world.now, [...BY_WORKERS, ...VISITS_BY_HAND]);
  await world.close();
  if (process.env.BOTS_MINUTES) process.stdout.write(`${JSON.stringify({ ...crowd, ...day })}\n`);
  expect(found).toEqual([]);
  return day;
}

test("programs that hold and confirm by mailboxes of their own have a tenth of a day at most, and people get their times", async () => {
  const { mostOfBots, people, succeeded, lost, tries, held } = await monday({});
  expect(held).toBeGreaterThan(0);
  expect(mostOfBots).toBeLessThanOrEqual(0.1);
  expect(succeeded / people).toBeGreaterThanOrEqual(0.95);
  expect(lost / people, "had what was promised to them taken away").toBeLessThanOrEqual(0.05);
  expect(tries).toBeLessThanOrEqual(MOST_TRIES);
});

test("among themselves honest people hardly ever meet what is done against programs", async () => {
  const { people, succeeded, lost, later, worked } = await monday({ botsAMinute: 0 });
  expect([succeeded, lost]).toEqual([people, 0]);
  expect((later + worked) / people).toBeLessThanOrEqual(0.05);
});
