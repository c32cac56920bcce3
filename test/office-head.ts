import type { Clerk, TestOffice, World } from "./world.ts";

/** Somebody signed in who rules over an office. */
export async function aHead(world: World, office: TestOffice): Promise<Clerk> {
  const person = await world.aClerk(office);
  await world.owner.query("insert into membership (office_id, employee_id, role) values ($1, $2, 'administrator')", [
    office.id,
    person.employeeId,
  ]);
  return person;
}
