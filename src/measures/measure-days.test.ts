import { afterAll, beforeAll, expect, test } from "vitest";
import { aWaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { measureAll } from "./measure-days.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const later = (time: Temporal.DurationLike) => {
  world.now = world.now.add(time);
};
const measure = () =>
  measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });

async function counted(office: string) {
  const { rows } = await world.owner.query(
    `select measure, class, half_hour, value, count from visits_check.minutes
     where office = $1 and measure in ('wait', 'service', 'left', 'turned-away', 'no-show') order by 1, 2, 3, 4`,
    [office],
  );
  return rows.map((row) => Object.values(row).join(" "));
}
const outcomes = async (office: string) =>
  (
    await world.owner.query(
      "select service_group, outcome, count from visits_check.outcomes where office = $1 order by 1, 2",
      [office],
    )
  ).rows.map((row) => Object.values(row).join(" "));
const completeness = async (office: string) =>
  (
    await world.owner.query(
      "select visits, complete, unresolved from visits_check.completeness where office = $1 and date = '2026-11-24'",
      [office],
    )
  ).rows[0];

test("a day that has ended is counted once, and again as long as something of it may be taken back", async () => {
  world.now = NOW;
  await world.owner.query("update service set entrance_group = 'signatures' where code = 'signature'");
  const desk = await aWaitingDesk(world);
  const { code } = desk.office;
  const { id } = await desk.booked("10:45");
  await desk.act(id, "arrival");
  const number = await desk.number();
  const gone = await desk.number();
  await desk.issue({ turnedAway: true });
  await desk.booked("11:00");
  later({ minutes: 9 });
  const one = (await desk.next(1)).body;
  later({ minutes: 6 });
  const two = (await desk.next(1, { ends: [{ id, version: one.started.appointment.version }] })).body;
  await desk.onTicket(gone.id, "departure", gone.version);
  later({ minutes: 5 });
  await desk.onTicket(number.id, "completion", two.started.ticket.version);

  await measure();
  expect(await counted(code), "it has not ended").toEqual([]);
  world.now = Temporal.Instant.from("2026-11-25T00:10:00+02:00");
  expect(await measure()).toBe(true);
  const first = await counted(code);
  expect(first).toEqual([
    "left walk-in 21 15 1",
    "service appointment 21 6 1",
    "service walk-in 21 5 1",
    "turned-away walk-in 21 0 1",
    "wait appointment 21 6 1",
    "wait walk-in 21 15 1",
  ]);
  expect(await completeness(code)).toEqual({ visits: 2, complete: 2, unresolved: 1 });
  expect(await outcomes(code)).toEqual([
    "signatures appointment-0 1",
    "signatures left-walk-in 1",
    "signatures turned-away 1",
    "signatures unresolved 1",
    "signatures walk-in-11 1",
  ]);

  await world.owner.query("update measured_until set date = date - 1");
  await measure();
  expect(await counted(code), "counted twice, it is the same").toEqual(first);

  world.now = Temporal.Instant.from("2026-11-24T11:05:00+02:00");
  await desk.onTicket(number.id, "undo", two.started.ticket.version + 1);
  world.now = Temporal.Instant.from("2026-11-27T00:10:00+02:00");
  await measure();
  expect(await counted(code)).toEqual(first.filter((row) => !row.startsWith("service walk-in")));
  expect(await completeness(code)).toEqual({ visits: 2, complete: 1, unresolved: 1 });
});
