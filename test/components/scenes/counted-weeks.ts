import { aMinistryPerson } from "../../ministry-person.ts";
import { insertOfficeWeeks } from "../../office-weeks.ts";
import type { World } from "../../world.ts";
import { type Scene, somebody, theOffice } from "./scene.ts";

/** Each weekday of the three weeks that ended last, as a night would have counted them; of twelve visits so many were recorded whole. */
const threeWeeks =
  (complete: number): Scene =>
  async (world) => {
    const office = await theOffice(world);
    const page = await somebody(world, office, "Αηδονής", "administrator");
    const query = (text: string, ...more: unknown[]) => world.owner.query(text, [office.id, ...more]);
    const days =
      "from generate_series(date '2026-11-02', date '2026-11-22', '1 day') as day where extract(isodow from day) < 6";
    await query(`insert into day_measure (office_id, date, measure, class, half_hours)
      select $1, day::date, measure, class, half_hours::json from (values
        ('punctuality', 'appointment', '{"18": {"-3": 10}}'), ('early-presence', 'appointment', '{"18": {"3": 10}}'),
        ('wait', 'appointment', '{"18": {"4": 7, "17": 3}}'), ('service', 'appointment', '{"18": {"9": 9}}'),
        ('wait', 'walk-in', '{"20": {"22": 2}}'), ('turned-away', 'walk-in', '{"27": {"0": 1}}'),
        ('came', 'phone', '{"18": {"3": 10}}'), ('no-show', 'phone', '{"18": {"9": 2}}'),
        ('crowd', 'all', '{"18": {"3": 30}, "20": {"5": 12, "6": 3}}')) as counted (measure, class, half_hours)
        cross join (select day ${days}) as days`);
    await query(
      `insert into day_completeness (office_id, date, visits, complete, from_paper, suspect, unresolved, not_started, not_completed, at_once)
       select $1, day::date, 12, $2::integer, 0, 0, 1, 12 - $2::integer, 0, 0 ${days}`,
      complete,
    );
    await query(`insert into day_capacity (office_id, date, open_minutes, booked_minutes, served_minutes, overtime_minutes, counters, tickets)
      select $1, day::date, 800, 240, 400, 6, 3, 2 ${days}`);
    if (complete > 10)
      await query(
        `insert into day_service (office_id, date, service, minutes) select $1, day::date, 'signature', '{"19": 9}' ${days}`,
      );
    await query(`insert into day_access (office_id, date, third_free_days) select $1, day::date, 2 ${days}`);
    await measuredUntil(world);
    return { page };
  };

export const countedWeeks = threeWeeks(11);
export const weeksHalfRecorded = threeWeeks(7);

const MONDAYS = Array.from({ length: 8 }, (_, weeks) => `${Temporal.PlainDate.from("2026-09-28").add({ weeks })}`);

/** Of eight weeks: twelve offices of like size, one of them far out, and in two of them nobody looked for free times. */
export const twelveOffices: Scene = async (world) => {
  for (let index = 0; index < 12; index++) {
    const { id } = await world.anOffice();
    await world.owner.query("update office set code = $2, name = $3, region = $4 where id = $1", [
      id,
      `${7101 + index}`,
      `ΚΕΠ Σύγκρισης ${index + 1}`,
      index < 10 ? "Κρήτης" : "Ηπείρου",
    ]);
    await insertOfficeWeeks(world.owner, id, {
      mondays: MONDAYS,
      counters: 3,
      complete: index === 4 ? 84 : 92,
      onTime: index === 4 ? 66 : 82,
      noShows: 4,
      thirdFreeDays: index < 10 ? index % 3 : null,
    });
  }
  await measuredUntil(world);
  return { page: await aMinistryPerson(world) };
};

const measuredUntil = (world: World) =>
  world.owner.query("insert into measured_until (office_id, date) select id, '2026-11-23' from office");
