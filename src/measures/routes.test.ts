import { afterAll, beforeAll, expect, test } from "vitest";
import { aHead } from "../../test/office-head.ts";
import { setClock } from "../../test/set-clock.ts";
import { aWaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { measureAll } from "./measure-days.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const measure = () =>
  measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });

/** Who comes to a desk at nine, is called a few minutes later, and goes after six more. */
async function aCountedVisit() {
  await setClock(world, NOW);
  const desk = await aWaitingDesk(world);
  const { id } = await desk.booked("10:45");
  await desk.act(id, "arrival");
  await setClock(world, NOW.add({ minutes: 9 }));
  const one = (await desk.next(1)).body;
  await setClock(world, NOW.add({ minutes: 15 }));
  await desk.act(id, "completion", { version: one.started.appointment.version });
  return desk.office;
}

test("a head sees what closed weeks came to, and none of this week; a clerk and another's head do not", async () => {
  const office = await aCountedVisit();
  const { code } = office;
  await setClock(world, Temporal.Instant.from("2026-11-25T00:10:00+02:00"));
  await measure();
  const head = await aHead(world, office);
  const went = async () => (await head.ask("GET", `${code}/how-it-went?weeks=2`)).body;
  expect(await went(), "the week still runs").toMatchObject({ from: "2026-11-09", to: "2026-11-22", days: 5 });
  expect((await went()).onTime).toEqual({ count: 0, of: 0 });

  await setClock(world, Temporal.Instant.from("2026-11-30T00:10:00+02:00"));
  await measure();
  const again = await aHead(world, office);
  const { body } = await again.ask("GET", `${code}/how-it-went?weeks=2`);
  expect(body).toMatchObject({
    from: "2026-11-16",
    to: "2026-11-29",
    reliability: "few-days",
    onTime: { count: 1, of: 1 },
    waits: { appointment: { count: 1, median: 6, nineOfTen: 6 } },
    arrivals: 1,
  });
  expect(body.capacity.openMinutes).toBeGreaterThan(0);

  const clerk = await world.aClerk(office);
  expect((await clerk.ask("GET", `${code}/how-it-went`)).status).toBe(403);
  const other = await aHead(world, await world.anOffice());
  expect((await other.ask("GET", `${code}/how-it-went`)).status).toBe(404);
  expect((await again.ask("GET", `${code}/how-it-went?weeks=27`)).status).toBe(400);
});

test("weeks are read as the night has summed them; of one that it has not, or that a release before has summed anew, the days are", async () => {
  const { owner } = world;
  const office = await aCountedVisit();
  await setClock(world, Temporal.Instant.from("2026-11-30T00:10:00+02:00"));
  await measure();
  const head = await aHead(world, office);
  const went = async () => (await head.ask("GET", `${office.code}/how-it-went?weeks=2`)).body;
  const summed = await went();
  expect(summed.waits.appointment).toMatchObject({ count: 1, median: 6 });
  const week = "where office_id = $1 and monday = '2026-11-23'";
  await owner.query(`update office_week_counts set counts = replace(counts::text, '"6":1', '"7":1')::json ${week}`, [
    office.id,
  ]);
  expect((await went()).waits.appointment).toMatchObject({ count: 1, median: 7 });

  const { rows } = await owner.query(`select * from office_week ${week}`, [office.id]);
  await owner.query(`delete from office_week ${week}`, [office.id]);
  await owner.query("insert into office_week select * from json_populate_recordset(null::office_week, $1)", [
    JSON.stringify(rows.map((row) => ({ ...row, monday: "2026-11-23" }))),
  ]);
  expect(await went(), "nothing is kept beside sums of a release before").toEqual(summed);
  await measure();
  expect((await owner.query(`select 1 from office_week_counts ${week}`, [office.id])).rowCount, "nor is it due").toBe(
    0,
  );
  await setClock(world, Temporal.Instant.from("2026-12-01T00:10:00+02:00"));
  await measure();
  expect((await owner.query(`select 1 from office_week_counts ${week}`, [office.id])).rowCount).toBe(1);
});
