import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** One browser with several windows: it never holds two places, and none is held for nobody. */
let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});

const held = async () =>
  (
    await world.owner.query<{ time: string; by: number }>(
      `select to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time,
         (select count(*)::int from booking_form as form
          where form.office_id = held.office_id and form.appointment_id = held.id and held_until is not null) as by
       from appointment as held where office_id = $1 and status = 'held' order by 1`,
      [desk.office.id],
    )
  ).rows;

test("two windows that choose at one moment hold one place, and it is their form's", async () => {
  for (let round = 0; round < 10; round++) {
    const citizen = aCitizen(world);
    await citizen.choose(desk.office, DAY, "08:00");
    const answers = await Promise.all(
      ["09:00", "10:00", "11:00"].map((time) => citizen.choose(desk.office, DAY, time)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const places = await held();
    expect(places.map(({ by }) => by)).toEqual([1]);
    await world.owner.query("update booking_form set held_until = $1 where held_until is not null", [NOW.toString()]);
    await aCitizen(world).choose(desk.office, DAY, "14:00");
    await world.owner.query("update booking_form set held_until = $1 where held_until is not null", [NOW.toString()]);
  }
});

test("two windows of a link that choose another time at one moment hold one", async () => {
  const link = await desk.bookedOnline("09:00");
  const answers = await Promise.all(
    ["10:00", "11:00", "12:00"].map((time) => desk.press(link, "hold", { at: `${DAY}T${time}` }, "days/2026-11-25")),
  );
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect((await held()).map(({ by }) => by)).toEqual([1]);
});

test("the database itself lets nobody hold a place without a form or an offer", async () => {
  await aCitizen(world).choose(desk.office, DAY, "08:00");
  const [{ id }] = (
    await world.owner.query("select id from appointment where office_id = $1 and status = 'held'", [desk.office.id])
  ).rows;
  const asOwner = (sql: string) => world.owner.query(sql, [desk.office.id, id]);
  const refused = /held for nobody/;
  await expect(asOwner("delete from booking_form where office_id = $1 and appointment_id = $2")).rejects.toThrow(
    refused,
  );
  await expect(
    asOwner("update booking_form set held_until = null where office_id = $1 and appointment_id = $2"),
  ).rejects.toThrow(refused);
  await world.owner.query("update appointment set status = 'expired' where office_id = $1", [desk.office.id]);
  await expect(
    asOwner("update appointment set status = 'held' where office_id = $1 and id = $2"),
  ).resolves.toBeTruthy();
  await world.owner.query("update appointment set status = 'expired' where office_id = $1", [desk.office.id]);
  await asOwner("delete from booking_form where office_id = $1 and appointment_id = $2");
  await expect(asOwner("update appointment set status = 'held' where office_id = $1 and id = $2")).rejects.toThrow(
    refused,
  );
});
