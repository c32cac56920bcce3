import { afterEach, beforeEach, expect, test } from "vitest";
import { CLOSES, FIRST } from "../../../test/draw-desk.ts";
import { aDrawnDesk, type DrawnDesk } from "../../../test/drawn-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { type DrawRow, drawOf } from "../draw-sql.ts";
import { closeWhenDue } from "../run/close.ts";
import { drawWhenSealed } from "../run/draw-order.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

/** What keeps a draw right however acts fall together, each of it shown where nothing else would keep it. */
let world: World;
let desk: DrawnDesk;
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawnDesk(world);
});
afterEach(() => desk.closeSound());

/** What is asked waits until the test has done what it does in a transaction that holds the draw. */
async function afterHolder<T>(act: () => Promise<unknown>, ask: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  await world.owner.query("begin");
  await world.owner.query("select from draw where number = $1 for update", [desk.number]);
  await act();
  const asked = Promise.allSettled([ask()]);
  expect(await waits(world, asked, 0)).toBe(true);
  await world.owner.query("commit");
  const [settled] = await asked;
  return settled as PromiseSettledResult<T>;
}

/** Drawn, and nothing given out yet; in the drawn order */
async function drawnUngiven(people: number): Promise<readonly DrawWishAt[]> {
  const wishes: DrawWishAt[] = [];
  for (let person = 0; person < people; person++) wishes.push(await desk.wishes(`person${person}`));
  await desk.atWithoutRunning(CLOSES);
  const { db } = world.database;
  for (const step of [closeWhenDue, drawWhenSealed])
    await step({ db, clock: () => world.now }, (await drawOf(db.nation, desk.number)) as DrawRow);
  const rows = await desk.rows("select visit from draw_wish where draw = $1 order by place", desk.number);
  return rows.map(({ visit }) => wishes.find((at) => at.visit === visit) as DrawWishAt);
}

const noteLeft = ({ visit }: DrawWishAt) =>
  world.owner.query(
    `insert into draw_event (draw, number, what, wish, happened_at)
     select draw, 1, 'left', number, $2 from draw_wish where visit = $1`,
    [visit, world.now.toString()],
  );

test("whoever leaves while places are given out gets none", async () => {
  const order = await drawnUngiven(3);
  const [first] = order as [DrawWishAt];
  const ran = await afterHolder(() => noteLeft(first), desk.run);
  expect(ran.status).toBe("fulfilled");
  expect((await desk.state(first)).result).toBe(null);
  expect(await desk.stands(order)).toEqual(["left", "drawn", "drawn"]);
});

test("a wish that comes while the list is being sealed waits, and is refused", async () => {
  await desk.atWithoutRunning("2026-12-04T12:00");
  const close = () =>
    world.owner.query("update draw set closes_at = $2 where number = $1", [desk.number, world.now.toString()]);
  const wish = await afterHolder(close, () => desk.wishes("late"));
  expect(wish).toMatchObject({ status: "rejected", reason: { code: "draw-closed" } });
  await desk.run();
});

test("after its hour nobody writes a wish, however late the job is", async () => {
  await desk.atWithoutRunning(CLOSES);
  expect(await desk.rows("select state from draw where number = $1", desk.number)).toEqual([{ state: "open" }]);
  await expect(desk.wishes("late")).rejects.toMatchObject({ code: "draw-closed" });
  await desk.run();
});

test("a place that is given back while something else happens to the draw waits for that", async () => {
  const order = await desk.drawnAmong(4);
  const [first, , third] = order as [DrawWishAt, DrawWishAt, DrawWishAt];
  const left = await afterHolder(
    () => noteLeft(third),
    () => desk.leaves(first),
  );
  expect(left.status).toBe("fulfilled");
  expect(await desk.rows("select number, what from draw_event order by number")).toEqual([
    { number: 1, what: "left" },
    { number: 2, what: "left" },
  ]);
  await desk.run();
  expect(await desk.stands(order)).toEqual(["left", "drawn", "left", "drawn"]);
});

const SAID = /A place is held for nobody/;
const NEXT = `select min(starts_at) from draw_place where draw = (select number from draw where first_day > '${FIRST}' order by 1 limit 1)`;

test("the database refuses to let go of a place that is held still, and a person twice in one draw", async () => {
  const { owner } = world;
  for (const letGo of ["update draw_place set state = 'closed'", "delete from draw_place"])
    await expect(owner.query(`${letGo} where starts_at = (${NEXT})`)).rejects.toThrow(SAID);
  await desk.wishes("one");
  await desk.wishes("other");
  const other = `select draw, key, (select number from draw_wish where number <> person.number), mark from draw_person as person limit 1`;
  await expect(owner.query(`insert into draw_person (draw, key, number, mark) ${other}`)).rejects.toMatchObject({
    code: "23505",
  });
  await desk.drawnAmong(0);
});
