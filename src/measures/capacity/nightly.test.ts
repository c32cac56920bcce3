import { afterAll, beforeAll, expect, test } from "vitest";
import { aRulesDesk } from "../../../test/rules-desk.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { measureAll } from "../measure-days.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const measure = () =>
  measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });
const capacity = async (office: string, date = "2026-11-24") =>
  (await world.owner.query("select * from visits_check.capacity where office = $1 and date = $2", [office, date]))
    .rows[0];
const anHour = (time: string, date = "2026-11-24") => Temporal.Instant.from(`${date}T${time}:00+02:00`);

test("what was open and booked is that of the day, whatever becomes of the rules since", async () => {
  world.now = NOW;
  const desk = await aRulesDesk(world);
  const { code, id } = desk.office;
  const { rows } = await world.owner.query(
    "select sum(closes_minute - opens_minute)::integer as minutes from queue_hours where office_id = $1 and weekday = 2",
    [id],
  );
  const wholeDay = rows[0].minutes;
  await desk.booked("11:30");
  await desk.ruled("exceptions", {
    queue: 1,
    kind: "closed",
    date: "2026-11-24",
    lastDate: "2026-11-24",
    from: "13:00",
    to: "14:00",
    reason: "Απουσία",
  });
  await setClock(world, anHour("12:00"));
  const archived = await desk.rule("POST", "queues/2/archival", {});
  expect(archived.status).toBe(200);
  await setClock(world, anHour("00:10", "2026-11-25"));
  await measure();
  const closing = (
    await world.owner.query("select max(closes_minute) as at from queue_hours where office_id = $1", [id])
  ).rows[0].at;
  const first = await capacity(code);
  expect(first).toMatchObject({
    open_minutes: wholeDay - 60 - (closing - 12 * 60),
    booked_minutes: 15,
    served_minutes: 0,
    overtime_minutes: null,
    counters: 0,
    tickets: 0,
    third_free_days: 0,
  });

  await setClock(world, anHour("08:50", "2026-11-25"));
  expect((await desk.takeBack(archived.body.change)).status).toBe(200);
  await setClock(world, anHour("00:10", "2026-11-26"));
  await measure();
  expect(await capacity(code), "counted anew; what was free in that night stays").toEqual(first);
  expect(await capacity(code, "2026-11-25"), "from 8:00 to 8:50 it was not there yet").toMatchObject({
    open_minutes: wholeDay - 50,
  });
});

test("a holiday has no open minutes", async () => {
  world.now = NOW;
  const desk = await aRulesDesk(world);
  await world.owner.query("insert into holiday (date, name, name_en) values ('2026-11-24', 'Αργία', 'Holiday')");
  await setClock(world, anHour("00:10", "2026-11-25"));
  await measure();
  expect(await capacity(desk.office.code)).toMatchObject({ open_minutes: 0, overtime_minutes: null });
  await world.owner.query("delete from holiday where date = '2026-11-24'");
});
