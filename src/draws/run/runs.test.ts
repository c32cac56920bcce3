import { afterAll, beforeAll, expect, test } from "vitest";
import { BY_WORKERS, doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { ANSWERS, aDrawDesk, CLOSES, FIRST, OPENS, RELEASES } from "../../../test/draw-desk.ts";
import { requireFollows } from "../../../test/draw-follows.ts";
import { aWorld, type World } from "../../../test/world.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("from the window to the last place: drawn, told, confirmed, passed on, opened, published", async () => {
  const desk = await aDrawDesk(world);
  const [first, second] = desk.offices;
  // Two mornings of two places each, in two offices, held from before anybody could book them.
  expect(
    await desk.rows(
      "select count(*)::int as places from appointment where status = 'held' and starts_at >= $1 and starts_at < $2",
      FIRST,
      "2026-12-21",
    ),
  ).toEqual([{ places: 8 }]);
  await desk.at("2026-11-29T20:00");
  expect(await desk.rows("select state from draw where number = $1", desk.number)).toEqual([{ state: "sealed" }]);
  await expect(desk.wishes("early")).rejects.toThrow("draw-not-open");
  await desk.at(OPENS);
  const wishes: DrawWishAt[] = [];
  for (let person = 0; person < 6; person++)
    wishes.push(
      await desk.wishes(`person${person}`, {
        dayParts: [[FIRST, 0]],
        offices: [first?.id as number, second?.id as number],
      }),
    );
  await expect(desk.wishes("person0")).rejects.toThrow("draw-wish-exists");
  await desk.at(CLOSES);
  await expect(desk.wishes("late")).rejects.toThrow("draw-closed");
  await desk.run();
  await desk.run();
  const states = await Promise.all(wishes.map((at) => desk.state(at)));
  const of = (stands: string) => wishes.filter((_, index) => states[index]?.stands === stands);
  expect([of("drawn").length, of("waits").length]).toEqual([4, 2]);
  await desk.mail.delivered(0);
  const [coming, leaving, ...silent] = of("drawn");
  await desk.comes(coming as never);
  await desk.comes(coming as never);
  await desk.leaves(leaving as never);
  await desk.leaves(leaving as never);
  await desk.run();
  const after = await Promise.all(of("waits").map((at) => desk.state(at)));
  expect(after.map(({ stands }) => stands).sort()).toEqual(["drawn", "waits"]);
  await desk.at(ANSWERS);
  expect((await Promise.all(silent.map((at) => desk.state(at)))).map(({ stands }) => stands)).toEqual(["left", "left"]);
  await desk.at(RELEASES);
  await desk.run();
  await requireFollows(desk);
  await desk.at("2026-12-21T00:10");
  expect(await desk.rows("select state from draw where number = $1", desk.number)).toEqual([{ state: "over" }]);
  await requireFollows(desk);
  expect(await doctorsFindings(world.database.ownerUrl, world.now, [...BY_WORKERS, ...RULES_BY_HAND])).toEqual([]);
});
