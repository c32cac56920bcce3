import { afterEach, beforeEach, expect, test } from "vitest";
import { doctorsFindings, RULES_BY_HAND } from "../../../test/doctor.ts";
import { ANSWERS, aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS, RELEASES } from "../../../test/draw-desk.ts";
import { requireFollows } from "../../../test/draw-follows.ts";
import { aWorld, type World } from "../../../test/world.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

/** What happens to places after a draw. */
let world: World;
let desk: DrawDesk;
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { offices: 1, mornings: [2] });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
});
afterEach(async () => {
  await requireFollows(desk);
  const findings = await doctorsFindings(world.database.ownerUrl, world.now, [
    ...RULES_BY_HAND,
    "long-unsealed",
    "mail-waiting",
  ]);
  await world.close();
  expect(findings).toEqual([]);
});

/** In the drawn order. */
async function drawnAmong(people: number): Promise<DrawWishAt[]> {
  const wishes: DrawWishAt[] = [];
  for (let person = 0; person < people; person++) wishes.push(await desk.wishes(`person${person}`));
  await desk.at(CLOSES);
  await desk.run();
  const rows = await desk.rows("select visit from draw_wish where draw = $1 order by place", desk.number);
  return rows.map(({ visit }) => wishes.find((at) => at.visit === visit) as DrawWishAt);
}

const stands = async (wishes: readonly DrawWishAt[]) => {
  const states = await Promise.all(wishes.map((at) => desk.state(at)));
  return states.map((state) => state.stands);
};

/** Of this draw, not of those to come. */
const held = async () =>
  (
    await desk.rows(
      "select count(*)::int as held from appointment where status = 'held' and starts_at < $1::date + 7",
      FIRST,
    )
  )[0]?.held as number;

const visitOf = async (at: DrawWishAt): Promise<string> => (await desk.state(at)).result?.hold as string;

async function cancelled(id: string): Promise<void> {
  const [row] = await desk.rows("select version from appointment where id = $1", id);
  const { status } = await desk.mail.act(id, "cancellation", { body: {}, version: row.version });
  expect(status).toBe(200);
}

test("a visit that is given up goes on in the order, and at no moment to whoever is fastest", async () => {
  const order = await drawnAmong(4);
  expect(await stands(order)).toEqual(["drawn", "drawn", "waits", "waits"]);
  await desk.comes(order[0] as DrawWishAt);
  await cancelled(await visitOf(order[0] as DrawWishAt));
  // In the same transaction the place is held again: nobody was offered it.
  expect(await held()).toBe(2);
  expect(await desk.rows("select * from freed_place")).toEqual([]);
  await desk.run();
  expect(await stands(order)).toEqual(["left", "drawn", "drawn", "waits"]);
  await desk.at(ANSWERS);
  expect(await stands(order)).toEqual(["left", "left", "left", "drawn"]);
});

test("after what is left has opened to all, what is given up still goes on in the order", async () => {
  const order = await drawnAmong(3);
  await desk.comes(order[0] as DrawWishAt);
  await desk.comes(order[1] as DrawWishAt);
  await desk.at(RELEASES);
  await cancelled(await visitOf(order[1] as DrawWishAt));
  await desk.run();
  expect(await stands(order)).toEqual(["coming", "left", "drawn"]);
  await desk.leaves(order[2] as DrawWishAt);
  await desk.run();
  // Nobody of the draw wants it any more.
  expect(await held()).toBe(0);
  expect(await stands(order)).toEqual(["coming", "left", "left"]);
});

test("what is left opens to all at the hour that was told, and not before", async () => {
  const order = await drawnAmong(1);
  await desk.at("2026-12-09T09:59");
  expect(await held()).toBe(2);
  await desk.at(RELEASES);
  expect(await held()).toBe(0);
  expect(await stands(order)).toEqual(["left"]);
});

test("whose office closes the day waits again, in their old place of the order", async () => {
  const order = await drawnAmong(3);
  await desk.comes(order[0] as DrawWishAt);
  const closed = { kind: "closed", queue: null, date: FIRST, reason: "Διακοπή ρεύματος" };
  await desk.mail.ruled("exceptions", closed, "call");
  await desk.run();
  // Who has said that they come is called by the office, as everybody is who has a visit there.
  expect(await stands(order)).toEqual(["coming", "waits", "waits"]);
  expect(await held()).toBe(0);
  expect(await desk.rows("select what, count(*)::int as events from draw_event group by 1 order by 1")).toEqual([
    { what: "lost", events: 1 },
  ]);
  await expect(desk.comes(order[1] as DrawWishAt)).rejects.toMatchObject({ code: "draw-place-over" });
});

test("too late is told so, and changes nothing", async () => {
  const order = await drawnAmong(2);
  const until = (await desk.state(order[0] as DrawWishAt)).result?.until as Temporal.Instant;
  world.now = until;
  await expect(desk.comes(order[0] as DrawWishAt)).rejects.toMatchObject({ code: "draw-place-over" });
  await desk.run();
  await desk.leaves(order[0] as DrawWishAt);
  await desk.run();
  expect(await stands(order)).toEqual(["left", "left"]);
});

test("a family gets places that adjoin, as one visit; given back, each place is by itself", async () => {
  const family = await desk.wishes("family", { people: 2 });
  await desk.wishes("late", {});
  await desk.at(CLOSES);
  await desk.run();
  const [stood] = await stands([family]);
  if (stood === "drawn") {
    await desk.comes(family);
    const [visit] = await desk.rows("select ends_at - starts_at as length from appointment where status = 'booked'");
    expect(visit.length).toMatchObject({ hours: 1 });
    await cancelled(await visitOf(family));
    expect(await held()).toBe(2);
    await desk.run();
    expect(await held()).toBe(2);
  } else expect(stood).toBe("waits");
});

test("an outage in the last hours moves the end, and the counters' if theirs had not come; one before moves nothing", async () => {
  await desk.at("2026-12-02T10:00");
  await desk.afterOutage("2026-12-02T12:00");
  const hours = async () => {
    const [draw] = await desk.rows(
      `select to_char(closes_at at time zone 'Europe/Athens', 'HH24:MI') as closes,
         to_char(need_until at time zone 'Europe/Athens', 'HH24:MI') as counters, outage_minutes as minutes
       from draw where number = $1`,
      desk.number,
    );
    return [draw.closes, draw.counters, draw.minutes];
  };
  expect(await hours()).toEqual(["14:00", "12:00", 0]);
  await desk.at("2026-12-04T11:30");
  await desk.afterOutage("2026-12-04T11:41");
  expect(await hours()).toEqual(["14:15", "12:15", 15]);
  await desk.at("2026-12-04T13:40");
  await desk.afterOutage("2026-12-04T14:03");
  expect(await hours()).toEqual(["14:40", "12:15", 40]);
  await desk.wishes("afterwards");
  await desk.at("2026-12-04T14:39");
  await desk.wishes("once more");
  await desk.at("2026-12-04T14:40");
  await expect(desk.wishes("too late")).rejects.toMatchObject({ code: "draw-closed" });
  await desk.run();
});
