import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FIRST } from "../../../test/draw-desk.ts";
import { aDrawnDesk, type DrawnDesk } from "../../../test/drawn-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

/** A drawn visit that gives up some of its place, or takes more. */
let world: World;
let desk: DrawnDesk;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => desk.closeSound());

const lengthOf = async (id: string): Promise<number> =>
  (
    await desk.rows(
      "select extract(epoch from ends_at - starts_at)::int / 60 as minutes from appointment where id = $1",
      id,
    )
  )[0].minutes;

test("what is done in it takes longer, and no longer again: nothing of it is given up", async () => {
  desk = await aDrawnDesk(world, { mornings: [1] });
  const order = await desk.drawnAmong(2);
  const visit = await desk.visitOfFirst(order);
  const before = await lengthOf(visit.id);
  const longer = await desk.mail.change(visit.id, { moreServices: ["signature"] }, visit.version);
  expect(longer.status).toBe(200);
  expect(await lengthOf(visit.id)).toBeGreaterThan(before);
  await desk.run();
  expect(await desk.stands(order)).toEqual(["coming", "waits"]);
  expect((await desk.mail.act(visit.id, "undo", { version: longer.body.version })).status).toBe(200);
  expect(await lengthOf(visit.id)).toBe(before);
  await desk.run();
  expect(await desk.stands(order)).toEqual(["coming", "waits"]);
  const { version } = await desk.seen(visit.id);
  expect((await desk.mail.act(visit.id, "cancellation", { body: {}, version })).status).toBe(200);
  expect(await desk.keptPlaces()).toBe(1);
  await desk.run();
  expect(await desk.stands(order)).toEqual(["left", "drawn"]);
});

test("moved by less than its length it leaves nobody a place, and the course says so", async () => {
  desk = await aDrawnDesk(world, { mornings: [1] });
  const order = await desk.drawnAmong(2);
  const visit = await desk.visitOfFirst(order);
  const half = { minutes: (await lengthOf(visit.id)) / 2 };
  const time = Temporal.PlainTime.from(visit.time).add(half).toString({ smallestUnit: "minute" });
  const body = { date: FIRST, time, queue: 1 };
  const moved = await desk.mail.act(visit.id, "move", { body, version: visit.version, key: randomUUID() });
  expect([moved.status, moved.body.time]).toEqual([200, time]);
  await desk.run();
  await desk.run();
  expect(await desk.stands(order)).toEqual(["left", "waits"]);
  expect(await desk.rows("select what, wish is null as free from draw_event order by number")).toEqual([
    { what: "left", free: false },
    { what: "lost", free: false },
  ]);
});

test("nobody waits for it: it closes all the same", async () => {
  desk = await aDrawnDesk(world, { mornings: [1] });
  const order = await desk.drawnAmong(1);
  const visit = await desk.visitOfFirst(order);
  const half = { minutes: (await lengthOf(visit.id)) / 2 };
  const time = Temporal.PlainTime.from(visit.time).add(half).toString({ smallestUnit: "minute" });
  const body = { date: FIRST, time, queue: 1 };
  expect((await desk.mail.act(visit.id, "move", { body, version: visit.version, key: randomUUID() })).status).toBe(200);
  await desk.run();
  await desk.run();
  expect(await desk.rows("select what from draw_event order by number")).toEqual([
    { what: "left" },
    { what: "closed" },
  ]);
});

test("one of a family stays away: their place goes on in the order, and the others' is an ordinary visit", async () => {
  desk = await aDrawnDesk(world);
  const family = await desk.wishes("family", { people: 2 });
  await desk.at("2026-12-04T14:00");
  await desk.run();
  const visit = await desk.visitOfFirst([family]);
  const length = await lengthOf(visit.id);
  const less = await desk.mail.change(visit.id, { companions: [] }, visit.version);
  expect(less.status).toBe(200);
  expect(await lengthOf(visit.id)).toBe(length / 2);
  expect(await desk.keptPlaces()).toBe(2);
  await desk.run();
  await desk.run();
  expect(await desk.keptPlaces()).toBe(2);
  expect(await desk.stands([family])).toEqual(["left"]);
  const { version } = await desk.seen(visit.id);
  expect((await desk.mail.act(visit.id, "cancellation", { body: {}, version })).status).toBe(200);
});

test("a place given before the draw and given up while wishes are taken is drawn with the others", async () => {
  desk = await aDrawnDesk(world, { terms: { need_percent: 50 } });
  const { clerk, office } = desk.mail;
  const path = `${office.code}/draws/${desk.number}/need`;
  const [draw] = (await clerk.ask("GET", `${office.code}/draws/open`)).body.draws;
  const given = await clerk.ask("POST", path, {
    key: randomUUID(),
    body: {
      deadline: "2026-12-22",
      date: FIRST,
      time: draw.free[0].time,
      lastName: "Ροδακινιάς",
      firstName: "Σταύρος",
      phone: "6945550172",
    },
  });
  expect([given.status, given.body.need]).toEqual([201, { given: 1, most: 1 }]);
  const gone = await desk.mail.act(given.body.id, "cancellation", { body: {}, version: 2 });
  expect(gone.status).toBe(200);
  expect(await desk.keptPlaces()).toBe(2);
  const order: readonly DrawWishAt[] = await desk.drawnAmong(3);
  expect(await desk.stands(order)).toEqual(["drawn", "drawn", "waits"]);
});
