import type { Clerk, World } from "./world.ts";

/** Somebody signed in who is of the ministry and of no office. */
export async function aMinistryPerson(world: World): Promise<Clerk> {
  const person = await world.aClerk();
  await world.owner.query("update employee set is_ministry = true where id = $1", [person.employeeId]);
  return person;
}
