import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { readHandle } from "../../platform/database/sql.ts";
import { searchChecks } from "./search-checks.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("an appointment whose words are still to be written is not wrong; one that is passed is", async () => {
  const desk = await aBookingDesk(world);
  const { id } = await desk.booked("11:00");
  const found = async () =>
    (await Promise.all(searchChecks.map((check) => check.find(readHandle(world.owner), world.now)))).flat();
  expect(await found()).toEqual([]);
  await world.owner.query("delete from appointment_word where appointment_id = $1", [id]);
  expect(await found()).toHaveLength(1);
  await world.owner.query("insert into words_missing (office_id) values ($1)", [desk.office.id]);
  expect(await found()).toEqual([]);
  await world.owner.query("update words_missing set after = $1", [id]);
  expect(await found()).toHaveLength(1);
});
