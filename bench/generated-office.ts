import { type OperableOffice, operableOffice } from "../src/identity/office-access.ts";
import type { Machine } from "./machine.ts";

/** The first office of the seed, as the measuring employee may work in it. It stays the same while the nation grows. */
export async function generatedOffice({ sql, world: { employeeId } }: Machine): Promise<OperableOffice> {
  const { rows } = await sql.query<{ id: number; code: string }>("select id, code from office where code = '5000'");
  const [{ id, code }] = rows as [{ id: number; code: string }];
  const membership = { officeId: id, code, name: "", roles: ["operator" as const] };
  return operableOffice({ employeeId, lastName: "", firstName: "", ministry: false, memberships: [membership] }, code);
}
