import { randomUUID } from "node:crypto";
import type { Clerk, OfficeWish, TestOffice, World } from "../../world.ts";

/** What is so before a test begins, in a world of its own: the same each time. */
export type Scene = (world: World) => Promise<{ readonly page: Clerk; readonly elsewhere?: Clerk }>;

/** The office of all scenes */
export const OFFICE = "9904";

export async function theOffice(
  world: World,
  wish: Partial<OfficeWish> = { queues: 3, slotMinutes: 10 },
): Promise<TestOffice> {
  const office = await world.anOffice(wish);
  await world.owner.query(
    "update office set code = $2, name = 'ΚΕΠ Ανεμώνας', usual_service = 'signature' where id = $1",
    [office.id, OFFICE],
  );
  return { ...office, code: OFFICE };
}

/** @param lastName by which the page calls them */
export async function somebody(
  world: World,
  office: TestOffice | null,
  lastName: string,
  role: "administrator" | "operator" = "operator",
): Promise<Clerk> {
  const clerk = await world.aClerk(...(office ? [office] : []));
  await world.owner.query("update employee set last_name = $2, first_name = 'Ηλίας', afm = $3 where id = $1", [
    clerk.employeeId,
    lastName,
    `${100_000_000 + clerk.employeeId}`,
  ]);
  await world.owner.query("update membership set role = $2 where employee_id = $1", [clerk.employeeId, role]);
  return clerk;
}

/** An act that must succeed; what it answered. */
export async function done(clerk: Clerk, path: string, body: object, version?: number) {
  const { status, body: answer } = await clerk.ask("POST", path, { body, version, key: randomUUID() });
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}
