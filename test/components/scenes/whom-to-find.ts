import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";

/** People to come at an office and at the one beside it, where the same clerk works; one of them is late. */
export const whomToFind: Scene = async (world) => {
  const office = await theOffice(world, { slotMinutes: 30 });
  const beside = await world.anOffice({ slotMinutes: 30 });
  await world.owner.query("update office set code = '9905', name = 'ΚΕΠ Γαλήνης' where id = $1", [beside.id]);
  const page = await somebody(world, office, "Αηδονής");
  await world.owner.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'operator')", [
    beside.id,
    page.employeeId,
  ]);
  const book = (date: string, time: string, [lastName, firstName]: readonly [string, string], more: object = {}) =>
    done(page, `${OFFICE}/appointments`, { date, time, queue: 1, service: "signature", lastName, firstName, ...more });
  await book("2026-11-24", "11:00", ["Αργοπορίδου", "Τασία"]);
  await world.owner.query("update appointment set starts_at = '2026-11-24 09:00+02', ends_at = '2026-11-24 09:10+02'");
  await book("2026-12-08", "09:00", ["Μυλοπετροπούλου", "Καλλιόπη"], { phone: "6900077123" });
  const business = { party: "business", business: { name: "Έκπτωση 70% Ε.Ε.", afm: "094259216" } };
  await book("2026-12-08", "09:30", ["Χατζηκαστανίδης", "Ιωάννης"], business);
  const myrsini = { phone: "6900077301", email: "myrsini@example.gr" };
  await book("2026-12-09", "09:00", ["Σταφυλοπάτη", "Μυρσίνη"], myrsini);
  await book("2026-12-10", "09:00", ["Σταφυλοπάτης", "Λουκάς"]);
  await book("2026-12-11", "09:00", ["Παπανέμου", "Άννα"]);
  const there = { date: "2026-12-11", time: "09:00", queue: 1, service: "signature" };
  await done(page, "9905/appointments", { ...there, lastName: "Παπανέμου", firstName: "Ρόδη" });
  return { page };
};
