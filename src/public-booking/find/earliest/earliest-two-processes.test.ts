import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aCitizen } from "../../../../test/citizen.ts";
import { aSibling, type Sibling } from "../../../../test/live-desks.ts";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../../../test/world.ts";

/** Processes of one database that hear each other, and cache each for itself. */
let world: World;
let siblings: Sibling[];
let offices: TestOffice[];

beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  offices = await Promise.all(Array.from({ length: 40 }, () => world.anOffice()));
  await world.owner.query("update queue set is_public = true");
  await world.owner.query(
    "update office set latitude = 38 + id % 40 / 400.0, longitude = 23.7, settings_version = settings_version + 1",
  );
  siblings = [await aSibling(world), await aSibling(world)];
});
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

const PAGE = "/book/earliest?service=signature&lat=38.00&lon=23.70&within=15";

test("what somebody takes at one process is offered no more by the other, which reads that office's day alone", async () => {
  const seenAt = async (index: number) => {
    const answer = await fetch(`${siblings[index]?.url}${PAGE}`);
    return { status: answer.status, html: await answer.text() };
  };
  const first = await Promise.all([seenAt(0), seenAt(1), seenAt(0), seenAt(1)]);
  expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const index of [0, 1])
    await expect.poll(async () => (await seenAt(index)).html.includes('class="note note--warn"')).toBe(false);
  const [office] = offices.filter(({ code }) => first[0]?.html.includes(`/offices/${code}/hold`));
  const hasTime = async () =>
    new RegExp(`/offices/${office?.code}/hold".{0,600}2026-11-24T11:45`, "s").test((await seenAt(1)).html);
  await expect.poll(hasTime).toBe(true);
  const reads = siblings.map(({ db }) => vi.spyOn(db, "read"));
  const chosen = await aCitizen(world).choose(office as TestOffice, "2026-11-24", "11:45");
  expect(chosen.headers.location).toBe("/book/who");
  await expect.poll(hasTime).toBe(false);
  const officesRead = reads.flatMap(({ mock }) => mock.calls.map(([{ office: read }]) => read));
  expect([...new Set(officesRead)]).toEqual([office?.id]);
});
