import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, CLOSES, type DrawDesk, OPENS } from "../../../test/draw-desk.ts";
import { errorsOf } from "../../../test/ministry-person.ts";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let desk: DrawDesk;
let office: TestOffice;
let head: Clerk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world);
  office = desk.offices[1] as TestOffice;
  head = await aHead(world, office);
});
afterAll(() => world.close());

const seen = async () => (await head.ask("GET", `${office.code}/draws`)).body;
const own = async () => (await seen()).services[0].own;
const places = (count: number) => [{ weekday: 1, part: 0, count }];
const put = (body: object, version?: number, service = "vehicle") =>
  head.ask("PUT", `${office.code}/draws/${service}`, { body, ...(version !== undefined && { version }) });
const held = async () =>
  (
    await desk.rows(
      "select count(*)::int as n from draw_place where office_id = $1 and draw = $2",
      office.id,
      desk.number,
    )
  )[0].n;

test("a head gives places and takes them back: the draws follow, and it is recorded", async () => {
  expect(await own()).toMatchObject({ queue: 1, version: 1 });
  expect(await held()).toBe(4);
  const more = await put({ queue: 1, places: places(3) }, 1);
  expect([more.status, more.body.version, more.body.places, more.headers.etag]).toEqual([200, 2, places(3), '"2"']);
  await desk.run();
  expect(await held()).toBe(3);
  const [entry] = await desk.rows(
    "select act, employee_id, details from audit_entry where office_id = $1 and act = 'draw-places-changed'",
    office.id,
  );
  expect(entry).toMatchObject({
    employee_id: head.employeeId,
    details: { service: "vehicle", after: { places: places(3) } },
  });
  const ended = await head.ask("DELETE", `${office.code}/draws/vehicle`, { version: 2 });
  expect([ended.status, ended.body]).toEqual([200, { queue: null, places: [], since: null, version: 0 }]);
  await desk.run();
  expect(await held()).toBe(0);
  expect((await put({ queue: 1, places: places(2) }, 0)).body.version).toBe(1);
  await desk.run();
  expect(await held()).toBe(2);
});

test("each field has its own no; a picture that is old, another office and a clerk are refused", async () => {
  const { version } = await own();
  await world.owner.query("update queue set is_public = false where office_id = $1 and number = 2", [office.id]);
  for (const [body, told] of [
    [{ queue: 1, places: places(61) }, "places: number-out-of-range"],
    [{ queue: 1, places: places(1.5) }, "places: number-out-of-range"],
    [{ queue: 1, places: places(0) }, "places: draw-places-required"],
    [{ queue: 1, places: [...places(1), ...places(2)] }, "places: draw-places-required"],
    [{ queue: 77, places: places(1) }, "queue: draw-queue-closed"],
    [{ queue: 2, places: places(1) }, "queue: draw-queue-closed"],
  ] as const)
    expect(errorsOf(await put(body, version))).toEqual([422, told]);
  expect((await put({ queue: 1, places: places(1) })).status).toBe(428);
  const stale = await put({ queue: 1, places: places(1) }, version + 1);
  expect([stale.status, stale.body.current.version]).toEqual([412, version]);
  expect((await put({ queue: 1, places: places(1) }, 0, "taxisnet-key")).status).toBe(404);
  const both = await Promise.all([3, 4].map((count) => put({ queue: 1, places: places(count) }, version)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const clerk = await world.aClerk(office);
  const stranger = await aHead(world, desk.offices[0] as TestOffice);
  for (const [person, status] of [
    [clerk, 403],
    [stranger, 404],
  ] as const) {
    const version = 1;
    const body = { queue: 1, places: places(1) };
    expect((await person.ask("GET", `${office.code}/draws`)).status).toBe(status);
    expect((await person.ask("PUT", `${office.code}/draws/vehicle`, { body, version })).status).toBe(status);
    expect((await person.ask("DELETE", `${office.code}/draws/vehicle`, { version })).status).toBe(status);
  }
});

test("a head sees the own places, and how many wished only when the draw is held", async () => {
  const ofDraw = async () =>
    (await seen()).services[0].draws.find(({ number }: { number: number }) => number === desk.number);
  await desk.run();
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  const toThisOffice = { offices: [office.id] };
  const wishes = [];
  for (let person = 0; person < 5; person++) wishes.push(await desk.wishes(`wishing${person}`, toThisOffice));
  const open = await ofDraw();
  expect(open).toMatchObject({ state: "open", drawnAt: null, isPublished: false, results: null, counts: null });
  // An office that gives nothing to it does not see how it goes.
  const elsewhere = await world.anOffice();
  const there = await (await aHead(world, elsewhere)).ask("GET", `${elsewhere.code}/draws`);
  expect(there.body.services).toMatchObject([{ code: "vehicle", own: { version: 0 }, draws: [] }]);
  const own = open.places.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(open.allPlaces - own).toBe(4);
  await desk.at(CLOSES);
  await desk.run();
  await desk.run();
  head = await aHead(world, office);
  const drawn = await ofDraw();
  expect(drawn).toMatchObject({
    state: "drawn",
    drawnAt: "2026-12-04T14:00:00+02:00",
    isPublished: true,
    counts: { wishes: 5, drawn: own },
  });
  expect(drawn.results).toEqual({
    first: own,
    second: 0,
    other: 0,
    coming: 0,
    left: 0,
    silent: 0,
    waiting: own,
    passed: 0,
    opened: 0,
  });
  // Of another office it is another number: what its own places came to.
  const other = await aHead(world, desk.offices[0] as TestOffice);
  const { body } = await other.ask("GET", `${desk.offices[0]?.code}/draws`);
  const others = body.services[0].draws.find(({ number }: { number: number }) => number === desk.number);
  expect(others.results).toMatchObject({ first: 0, waiting: 0 });
  expect(others.places.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(4);
});
