import { randomUUID } from "node:crypto";
import type { Ask, Clerk, Method, Reply, TestOffice, World } from "./world.ts";

/** Somebody signed in who is of the ministry and of no office, and what she does. */
export interface MinistryPerson extends Clerk {
  /** @param path below the ministry's */
  rule(method: Method, path: string, options?: Ask): Promise<Reply>;
  post(path: string, body: object, key?: string): Promise<Reply>;
  /** The latest of the national log */
  lastEntry(): Promise<Reply["body"]>;
}

export async function aMinistryPerson(world: World): Promise<MinistryPerson> {
  const person = await world.aClerk();
  await world.owner.query("update employee set is_ministry = true where id = $1", [person.employeeId]);
  const rule: MinistryPerson["rule"] = (method, path, options = {}) =>
    person.ask(method, `/api/ministry/${path}`, options);
  return {
    ...person,
    rule,
    post: (path, body, key = randomUUID()) => rule("POST", path, { body, key }),
    lastEntry: async () =>
      (
        await world.owner.query(
          "select act, employee_id, details from audit_entry where office_id = 0 order by id desc limit 1",
        )
      ).rows[0],
  };
}

/** Citizens are served in every language that there is. */
export async function turnAllLanguagesOn(world: World): Promise<void> {
  const ministry = await aMinistryPerson(world);
  const { languages } = (await ministry.rule("GET", "languages")).body;
  for (const { language, version } of languages)
    await ministry.rule("PUT", `languages/${language}`, { body: { isOn: true }, version });
}

/** In a nation of its own: what other tests have closed is open again, and no other office is of a region. */
export async function theOfficeOfCrete(world: World): Promise<TestOffice> {
  await world.owner.query("delete from closure");
  await world.owner.query("update office set region = null");
  const office = await world.anOffice({ queues: 2 });
  await world.owner.query("update office set region = 'Κρήτη' where id = $1", [office.id]);
  return office;
}

/** More offices than are counted at once, with nothing in them. Once in a world: their codes are their own. */
export async function manyOffices(world: World): Promise<void> {
  await world.owner.query(`insert into office (code, name, municipality)
    select (8000 + n)::text, 'ΚΕΠ Δοκιμής ' || n, 'Δήμος Δοκιμής' from generate_series(1, 120) as n`);
}

/** The status and the faults at their fields */
export const errorsOf = ({ status, body }: Reply) => [
  status,
  ...(body.errors ?? []).map((one: never) => Object.values(one).slice(0, 2).join(": ")),
];

/** Whether visits may say what of health is to be prepared. */
export async function switchNeeds(world: World, isOn: boolean): Promise<void> {
  const ministry = await aMinistryPerson(world);
  const { version } = (await ministry.rule("GET", "needs")).body;
  await ministry.rule("PUT", "needs", { body: { isOn }, version });
}
