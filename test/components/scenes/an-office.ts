import { aMinistryPerson } from "../../ministry-person.ts";
import type { Clerk, World } from "../../world.ts";
import { done, OFFICE, type Scene, somebody, theOffice } from "./scene.ts";

/** An office of three queues that has begun to work, as its head sees it; another head is there too. */
export const anOfficeOfItsHead: Scene = (world) => desks(world, "administrator");

/** The same, as somebody sees it who may not change its rules */
export const anOfficeOfAClerk: Scene = (world) => desks(world, "operator");

async function desks(world: World, role: "administrator" | "operator"): Promise<{ page: Clerk; elsewhere: Clerk }> {
  const office = await theOffice(world);
  const page = await somebody(world, office, "Αηδονής", role);
  const elsewhere = await somebody(world, office, "Θεμελιώτης", "administrator");
  // An office without any is led through its first steps.
  const visit = { date: "2026-12-01", time: "09:00", queue: 1, service: "signature" };
  const person = { lastName: "Συνώνυμη", firstName: "Ευανθία", phone: "6944123456" };
  await done(elsewhere, `${OFFICE}/appointments`, { ...visit, ...person });
  return { page, elsewhere };
}

/** The same, of which the ministry alone is asked */
export const anOfficeOfTheMinistry: Scene = async (world) => {
  const { elsewhere } = await desks(world, "operator");
  return { page: await aMinistryPerson(world), elsewhere };
};
