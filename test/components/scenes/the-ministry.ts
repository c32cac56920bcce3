import type { Clerk, World } from "../../world.ts";
import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";

/** Somebody of the ministry, and a colleague; three offices, of which one has an appointment in 2030. */
export const theMinistry: Scene = async (world) => {
  const office = await theOffice(world);
  for (const code of ["9905", "9906"]) {
    const { id } = await world.anOffice();
    await world.owner.query("update office set code = $2, name = 'ΚΕΠ ' || $2 where id = $1", [id, code]);
  }
  await world.owner.query("update office set region = 'Κρήτη' where code = $1", [OFFICE]);
  const clerk = await somebody(world, office, "Χειριστής");
  const visit = { date: "2030-03-20", time: "10:00", queue: 1, service: "signature" };
  await done(clerk, `${OFFICE}/appointments`, { ...visit, lastName: "Δοκιμή", firstName: "Άννα" });
  return { page: await ofTheMinistry(world, "Κεντρίδου"), elsewhere: await ofTheMinistry(world, "Θεμελιώτης") };
};

async function ofTheMinistry(world: World, lastName: string): Promise<Clerk> {
  const person = await somebody(world, null, lastName);
  await world.owner.query("update employee set is_ministry = true where id = $1", [person.employeeId]);
  return person;
}
