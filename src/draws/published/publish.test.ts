import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, CLOSES, type DrawDesk, OPENS } from "../../../test/draw-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { LEAST_PUBLISHED_WISHES } from "../rule/publishable.ts";
import { withoutWishes } from "../rule/without-wishes.ts";

let world: World;
let desk: DrawDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { offices: 1 });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  // Whoever has many mailboxes makes no crowd.
  for (let mailbox = 0; mailbox < 5; mailbox++) await desk.wishes(`mailbox${mailbox}`);
  for (let person = 0; person < LEAST_PUBLISHED_WISHES; person++)
    await desk.wishes(`person${person}`, { kind: "taxisnet" });
});
afterAll(() => world.close());

/** As it is published, where it was published before or not. */
async function publishedAnew() {
  await desk.rows("update draw set settled_events = null where number = $1", desk.number);
  await desk.run();
  return desk.published();
}

test("from 200 people on the file holds their wishes, and with one less it holds none", async () => {
  await desk.at(CLOSES);
  await desk.run();
  const whole = await desk.record();
  expect(await desk.published()).toEqual(whole);
  expect(whole.wishes).toHaveLength(LEAST_PUBLISHED_WISHES + 5);
  const [one] = await desk.rows(
    "select number from draw_wish where draw = $1 and kind = 'taxisnet' limit 1",
    desk.number,
  );
  await desk.rows("update draw_wish set kind = 'email' where draw = $1 and number = $2", desk.number, one.number);
  const published = await publishedAnew();
  expect(published).toEqual(await withoutWishes(await desk.record()));
  expect(JSON.stringify(published)).not.toMatch(/2026-12|email|taxisnet/);
});
