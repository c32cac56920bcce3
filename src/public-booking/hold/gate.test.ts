import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { switchNeeds } from "../../../test/ministry-person.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { domainKey } from "../confirm/mail-domain.ts";

/** What the gate gives to whom. */
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

const heldAt = async () =>
  (
    await world.owner.query<{ time: string }>(
      `select to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time from appointment
       where office_id = $1 and status = 'held' order by 1`,
      [desk.office.id],
    )
  ).rows.map(({ time }) => time);

test("one person who is identified in many browsers holds two places at once, and chooses the others without", async () => {
  const person = createHash("sha256").update(`afm ${desk.office.code}`).digest();
  for (const hour of ["08", "09", "10", "11"]) {
    const browser = aCitizen(world);
    await browser.choose(desk.office, DAY, `${hour}:00`);
    await world.owner.query("update booking_form set person_key = $2 where office_id = $1 and person_key is null", [
      desk.office.id,
      person,
    ]);
    expect((await browser.choose(desk.office, DAY, `${hour}:30`)).headers.location).toBe("/book/who");
  }
  expect(await heldAt()).toEqual(["08:30", "09:30"]);
});

test("whoever is identified stands outside strangers' part of a day", async () => {
  await world.owner.query("update office set online_held_percent = 5 where id = $1", [desk.office.id]);
  const strangers = ["08:00", "08:15", "08:30", "08:45"].map((time) => ({ time, citizen: aCitizen(world) }));
  for (const { citizen, time } of strangers) await citizen.choose(desk.office, DAY, time);
  const known = aCitizen(world);
  await known.choose(desk.office, DAY, "09:00");
  await world.owner.query("update booking_form set person_key = '\\x01' where office_id = $1 and starts_at = $2", [
    desk.office.id,
    `${DAY} 09:00 Europe/Athens`,
  ]);
  expect((await aCitizen(world).choose(desk.office, DAY, "09:15")).headers.location).toBe("/book/who");
  expect((await aCitizen(world).choose(desk.office, DAY, "09:30")).status).toBe(409);
  expect((await known.choose(desk.office, DAY, "10:00")).headers.location).toBe("/book/who");
});

test("a domain from which somebody has come has half of strangers' part of a day, and no more", async () => {
  await world.owner.query("update office set online_held_percent = 5 where id = $1", [desk.office.id]);
  const domain = `firm${desk.office.code}.example`;
  await world.owner.query(
    `with visit as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, created_at)
       select $1, gen_random_uuid(), 1, at, at + interval '15 minutes', 'served', at, 'signature', 'Ήρθε', 'Πριν', at
       from (select $2::timestamptz - interval '3 days' as at) as before returning office_id, id)
     insert into online_person (office_id, appointment_id, key) select office_id, id, $3 from visit`,
    [desk.office.id, NOW.toString(), domainKey(`a@${domain}`)],
  );
  const asked = [];
  for (const [index, time] of ["08:00", "08:15", "08:30", "08:45"].entries()) {
    const link = await desk.asked(time, `${index}@${domain}`);
    asked.push((await desk.press(link, "confirm", {}, "")).status);
  }
  expect(asked).toEqual([303, 303, 303, 409]);
});

describe("a held time that becomes longer", () => {
  const WHO = { who: "self", lastName: "Φιλύρα", firstName: "Μαρίνα", "need-longer-time": "yes" };
  const minutesHeld = async () =>
    (
      await world.owner.query<{ minutes: number }>(
        `select coalesce(sum(extract(epoch from ends_at - starts_at)), 0)::int / 60 as minutes from appointment
         where office_id = $1 and status = 'held'`,
        [desk.office.id],
      )
    ).rows[0]?.minutes;
  const holding = async (...times: string[]) => {
    const citizens = times.map((time) => ({ time, citizen: aCitizen(world) }));
    for (const { citizen, time } of citizens) await citizen.choose(desk.office, DAY, time);
    return citizens.map(({ citizen }) => citizen);
  };

  test("takes no more of strangers' part of a day than one that is long from the beginning", async () => {
    await switchNeeds(world, true);
    await world.owner.query("update office set online_held_percent = 5 where id = $1", [desk.office.id]);
    const [first, second, known] = await holding("08:00", "09:00", "10:00", "11:00", "12:00");
    expect(await minutesHeld()).toBe(75);
    expect((await first?.send("/book/who", WHO))?.headers.location).toBe("/book/check");
    expect(await minutesHeld()).toBe(90);
    const refused = await second?.send("/en/book/who", WHO);
    expect([refused?.status, refused?.text]).toEqual([422, expect.stringContaining("There is no longer time behind")]);
    expect(await minutesHeld()).toBe(90);
    await world.owner.query("update booking_form set person_key = '\\x02' where office_id = $1 and starts_at = $2", [
      desk.office.id,
      `${DAY} 10:00 Europe/Athens`,
    ]);
    expect((await known?.send("/book/who", WHO))?.headers.location).toBe("/book/check");
    expect(await minutesHeld()).toBe(105);
  });

  test("takes nothing that the office keeps for the counter", async () => {
    await switchNeeds(world, true);
    await world.owner.query("update office set online_held_percent = 100, online_counter_percent = 90 where id = $1", [
      desk.office.id,
    ]);
    const [first] = await holding("08:00", "09:00");
    expect((await first?.send("/book/who", WHO))?.status).toBe(422);
    expect(await minutesHeld()).toBe(30);
    await world.owner.query("update office set online_counter_percent = 80 where id = $1", [desk.office.id]);
    expect((await first?.send("/book/who", WHO))?.headers.location).toBe("/book/check");
    expect(await minutesHeld()).toBe(45);
  });
});
