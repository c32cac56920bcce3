import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson } from "../../../test/ministry-person.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";
import { lookAhead } from "./look-ahead.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const look = () =>
  lookAhead({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });
/** Somebody new each time: hours go by. */
const told = async () => (await (await aMinistryPerson(world)).ask("GET", "/api/ministry/day")).body.firstFree;
const notedOf = async ({ id }: TestOffice) =>
  (await world.owner.query("select date::text from first_free where office_id = $1", [id])).rows[0]?.date;

/** Closed from now on until a date. */
const closedUntil = (office: TestOffice, date: string) =>
  world.owner.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
     values ($1, gen_random_uuid(), null, 'closed', $2, $3::date at time zone 'Europe/Athens', 'Εργασίες', $2)`,
    [office.id, world.now.toString(), date],
  );

test("before anybody looked nothing is told", async () => {
  expect(await told()).toEqual({ offices: 0, half: null, most: null, notedAt: null });
});

test("half of the offices and nine in ten, in days; those without hours don't count, and in an hour it is looked again", async () => {
  const soon = await world.anOffice();
  const later = await world.anOffice();
  const never = await world.anOffice();
  const without = await world.anOffice();
  await closedUntil(later, "2026-12-03");
  await closedUntil(never, "2027-06-01");
  await world.owner.query("delete from queue_hours where office_id = $1", [without.id]);
  expect(await look()).toBe(true);
  expect([await notedOf(soon), await notedOf(later), await notedOf(never)]).toEqual(["2026-11-24", "2026-12-03", null]);
  expect(await told()).toEqual({ offices: 3, half: 9, most: null, notedAt: "2026-11-24T10:42:00+02:00" });

  await world.owner.query("delete from exception where office_id = any($1)", [[later.id, never.id]]);
  world.now = NOW.add({ minutes: 59 });
  await look();
  expect(await told()).toMatchObject({ half: 9 });
  world.now = NOW.add({ minutes: 61 });
  await look();
  expect(await told()).toEqual({ offices: 3, half: 0, most: 0, notedAt: "2026-11-24T11:43:00+02:00" });
});

test("a time that is too near to be offered by telephone is not the first one", async () => {
  world.now = Temporal.Instant.from("2026-11-24T14:40:00+02:00");
  const office = await world.anOffice();
  await world.owner.query("update office set lead_minutes = 15 where id = $1", [office.id]);
  await look();
  expect(await notedOf(office)).toBe("2026-11-25");
});
