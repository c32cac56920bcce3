import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
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

const KEY = "__Host-booking";
type Press = (window: Citizen) => Promise<unknown>;

/**
 * Two presses under one key, one behind the other at the server; their answers reach the browser in this order or the other
 * way round. The browser behind them, with whichever key came last.
 */
async function pressTogether(citizen: Citizen, presses: readonly Press[], isReversed: boolean): Promise<Citizen> {
  const former = citizen.cookie() ?? "";
  const windows = presses.map(() => {
    const window = aCitizen(world);
    window.keep(KEY, former);
    return window;
  });
  for (const [index, press] of presses.entries()) await press(windows[index] as Citizen);
  const given = windows.map((window) => window.cookie() ?? "").filter((key) => key !== former);
  citizen.keep(KEY, (isReversed ? given : given.toReversed())[0] ?? former);
  return citizen;
}

const choose =
  (time: string): Press =>
  (window) =>
    window.choose(desk.office, DAY, time);
const sayWho: Press = (window) => window.send("/book/who", { who: "self", lastName: "Παράθυρου", firstName: "Πόπη" });
const confirmByPhone: Press = (window) => window.confirm({ how: "phone", phone: `69440${desk.office.code}1` });

/** What came before, the two presses, and the time of what the browser has in the end; null: it is confirmed. */
const TOGETHER: readonly (readonly [name: string, before: Press[], presses: Press[], time: string | null])[] = [
  ["two choose", [choose("09:00")], [choose("10:00"), choose("11:00")], "11:00"],
  ["one says who comes, one chooses", [choose("09:00")], [sayWho, choose("11:00")], "11:00"],
  ["one chooses, one says who comes", [choose("09:00")], [choose("11:00"), sayWho], "11:00"],
  ["one confirms, one chooses", [choose("09:00"), sayWho], [confirmByPhone, choose("11:00")], null],
  [
    "two choose beside what is confirmed",
    [choose("09:00"), sayWho, confirmByPhone],
    [choose("10:00"), choose("11:00")],
    "11:00",
  ],
];

test.for(
  TOGETHER.flatMap(([name, ...rest]) => [
    [`${name}, and are answered in turn`, false, ...rest] as const,
    [`${name}, and the first answer comes last`, true, ...rest] as const,
  ]),
)("of two windows at one moment %s: nothing is held for nobody", async ([, isReversed, before, presses, time]) => {
  await world.owner.query("update office set online_by_phone = true where id = $1", [desk.office.id]);
  const citizen = aCitizen(world);
  for (const press of before) await press(citizen);
  await pressTogether(citizen, presses, isReversed);
  expect(await held()).toEqual(time ? [{ time, by: 1 }] : []);
  const shown = await citizen.see("/book/who");
  if (time) expect(shown.text).toContain(time);
  else expect(shown.headers.location).toBe("/book/done");
  await citizen.send("/book/end", {});
  expect(await held()).toEqual([]);
});

test("of two windows at one moment one asks for the letter and one chooses: what is held waits for its link", async () => {
  for (const isReversed of [false, true]) {
    const citizen = aCitizen(world);
    for (const press of [choose("09:00"), sayWho]) await press(citizen);
    const askForLetter: Press = (window) => window.confirm({ how: "email", email: desk.email });
    await pressTogether(citizen, [askForLetter, choose("11:00")], isReversed);
    expect(await held()).toEqual([{ time: "09:00", by: 1 }]);
    expect((await citizen.see("/book/sent")).status).toBe(200);
    await citizen.send("/book/end", {});
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
