import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aHead } from "../../../test/office-head.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";

/** What the head reads of what was said of waiting, and open data of all offices. */

let world: World;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  office = await world.anOffice();
});

const became = (date: string, place: string, counts: readonly number[], isSaid = true) =>
  world.owner.query(
    `insert into day_promise (office_id, date, place, is_said, within, shorter, longer, unknown)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [office.id, date, place, isSaid, ...counts],
  );
const promises = async () =>
  (await (await aHead(world, office)).ask("GET", `${office.code}/how-it-went`)).body.promises;

test("six closed months, the latest first, of what was said alone; the month that runs is none of them", async () => {
  expect(await promises(), "nothing is said, and that is not zero").toEqual({ months: [], voices: null });
  await became("2026-05-01", "phone", [1, 0, 0, 0]);
  await became("2026-04-30", "phone", [100, 0, 0, 0]);
  await became("2026-10-31", "phone", [5, 4, 1, 2]);
  await became("2026-10-30", "screen", [1, 0, 0, 0]);
  await became("2026-10-30", "usual-appointment", [7, 0, 2, 0]);
  await became("2026-10-29", "screen", [0, 0, 50, 0], false);
  await became("2026-11-01", "screen", [0, 0, 50, 0]);
  const none = { within: 0, shorter: 0, longer: 0, unknown: 0 };
  expect((await promises()).months).toEqual([
    {
      month: "2026-10",
      number: { within: 6, shorter: 4, longer: 1, unknown: 2 },
      hours: { within: 7, shorter: 0, longer: 2, unknown: 0 },
    },
    { month: "2026-05", number: { ...none, within: 1 }, hours: none },
  ]);
});

test("since when an office is silent", async () => {
  await world.owner.query(
    `insert into office_wait (office_id, date, usual, score, number_is_silent, number_since, usual_is_silent, usual_since)
     values ($1, '2026-11-23', '{}', '{}', true, '2026-11-20', false, '2026-10-01')`,
    [office.id],
  );
  expect((await promises()).voices).toEqual({
    number: { isSilent: true, since: "2026-11-20" },
    hours: { isSilent: false, since: "2026-10-01" },
  });
});

test("open data gets months of all offices, of what was said, and no day", async () => {
  await became("2026-10-31", "phone", [5, 4, 1, 2]);
  await became("2026-10-30", "phone", [1, 0, 0, 0]);
  await became("2026-10-30", "phone", [0, 0, 9, 0], false);
  await became("2026-11-01", "phone", [8, 0, 0, 0]);
  const { rows } = await world.database.pool.query(
    "select office_id, to_char(month, 'YYYY-MM') as month, is_of_number, within::integer, longer::integer from promises_of_months('2026-10-01', '2026-11-01') where office_id = $1",
    [office.id],
  );
  expect(rows).toEqual([{ office_id: office.id, month: "2026-10", is_of_number: true, within: 6, longer: 1 }]);
});
