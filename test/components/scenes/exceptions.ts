import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";

const STEPS = ["signed-in", "appointment-viewed", "appointment-added", "day-printed", "queues-viewed", "queue-added"];

/**
 * Queue 2 has no employee since yesterday and until Thursday, queue 3 a meeting every Tuesday of December; two people come to
 * queue 2 on the 3rd, and one to queue 1 on the 4th.
 */
export const exceptions: Scene = async (world) => {
  const office = await theOffice(world);
  const page = await somebody(world, office, "Αηδονής", "administrator");
  const elsewhere = await somebody(world, office, "Θεμελιώτης", "administrator");
  await world.owner.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at)
     values ($1, gen_random_uuid(), 2, 'closed', '2026-11-23 00:00+02', '2026-11-27 00:00+02', 'Απουσία υπαλλήλου', $2)`,
    [office.id, world.now.toString()],
  );
  // Else each page that its head looks at would be a first step.
  await world.owner.query(
    `insert into onboarding_step (office_id, step, employee_id, at)
     select $1, step, $2, timestamptz '2026-11-20 09:00+02' + make_interval(mins => place::int)
     from unnest($3::text[]) with ordinality as steps (step, place) on conflict do nothing`,
    [office.id, page.employeeId, STEPS],
  );
  const meeting = { queue: 3, kind: "closed", date: "2026-12-01", from: "12:00", to: "13:00" };
  await done(page, `${OFFICE}/exceptions`, { ...meeting, weeklyUntil: "2026-12-29", reason: "Υπηρεσιακή συνάντηση" });
  const book = (wish: object) =>
    done(page, `${OFFICE}/appointments`, { service: "signature", firstName: "Ελένη", channel: "phone", ...wish });
  await book({ date: "2026-12-03", time: "10:00", queue: 2, lastName: "Παραμένουσα" });
  await book({ date: "2026-12-03", time: "10:30", queue: 2, lastName: "Μετακινούμενη" });
  await book({ date: "2026-12-04", time: "10:00", queue: 1, lastName: "Άλλη" });
  return { page, elsewhere };
};
