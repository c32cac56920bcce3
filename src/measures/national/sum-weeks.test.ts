import { afterAll, beforeAll, expect, test } from "vitest";
import { doctorsFindings } from "../../../test/doctor.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { measureAll } from "../measure-days.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

async function nightAfter(date: string): Promise<void> {
  await setClock(world, Temporal.Instant.from(`${date}T00:10:00+02:00`).add({ hours: 24 }));
  await measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });
}
const weeks = async (officeId: number) =>
  (
    await world.owner.query(
      "select monday::text, visits, complete, on_time, present, soon, walk_ins, no_shows, due, counters, nights from office_week where office_id = $1 order by monday",
      [officeId],
    )
  ).rows;
const contradictions = async () =>
  (await doctorsFindings(world.database.ownerUrl, world.now)).filter((finding) => /^\w+-not-adding-up/.test(finding));

test("a week is summed once it has ended, and anew with each of its days that is counted anew", async () => {
  await setClock(world, NOW);
  const desk = await aWaitingDesk(world);
  const { id: officeId } = desk.office;
  const { id } = await desk.booked("10:45");
  await desk.act(id, "arrival");
  const number = await desk.number();
  await desk.booked("11:00").then((missed) => desk.act(missed.id, "arrival"));
  await setClock(world, NOW.add({ minutes: 9 }));
  const one = (await desk.next(1)).body;
  await setClock(world, NOW.add({ minutes: 15 }));
  const two = (await desk.next(1, { ends: [{ id, version: one.started.appointment.version }] })).body;
  await setClock(world, NOW.add({ minutes: 20 }));
  await desk.onTicket(number.id, "completion", two.started.ticket.version);

  await nightAfter("2026-11-28");
  expect(
    (await weeks(officeId)).map(({ monday }) => monday),
    "its Sunday is still to come",
  ).toEqual(["2026-11-16"]);
  await nightAfter("2026-11-29");
  const first = (await weeks(officeId)).at(-1);
  expect(first).toMatchObject({
    monday: "2026-11-23",
    visits: 3,
    complete: 2,
    on_time: 1,
    present: 1,
    soon: 1,
    walk_ins: 1,
  });
  expect(first).toMatchObject({ counters: 1, nights: 2 });
  expect(await contradictions()).toEqual([]);

  await setClock(world, Temporal.Instant.from("2026-11-24T11:05:00+02:00"));
  await desk.onTicket(number.id, "undo", two.started.ticket.version + 1);
  await nightAfter("2026-11-30");
  const anew = (await weeks(officeId)).at(-1);
  expect(anew).toMatchObject({ monday: "2026-11-23", visits: 3, complete: 1 });
  expect(await contradictions()).toEqual([]);

  await world.owner.query("delete from office_week");
  await nightAfter("2026-12-10");
  expect(
    (await weeks(officeId)).map(({ monday }) => monday),
    "what a release before did not sum",
  ).toEqual(["2026-11-16", "2026-11-23", "2026-11-30"]);
  expect((await weeks(officeId))[1]).toEqual(anew);
});
