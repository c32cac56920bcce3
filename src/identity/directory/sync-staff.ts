import type { Config } from "../../platform/config.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import { ensureEmployee } from "../sql.ts";
import type { Directory, DirectoryAudit } from "./directory.ts";
import { rightsOf } from "./rights.ts";
import { syncRights } from "./sync-rights.ts";

export interface StaffEmployee {
  readonly employeeId: number;
  readonly lastName: string;
  readonly firstName: string;
}

export interface StaffDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly directory: Directory;
}

/** The employees of an office by the directory, with all their rights stored, whether or not they ever signed in. */
export async function syncStaff(deps: StaffDeps, officeCode: string, audit: DirectoryAudit): Promise<StaffEmployee[]> {
  const { db, clock, config, directory } = deps;
  const staff = await directory.staffOf(officeCode, audit);
  const people = new Map(staff.map((member) => [member.afm, member]));
  const employees: StaffEmployee[] = [];
  for (const { afm, lastName, firstName } of people.values()) {
    const askedAt = clock();
    const gates = await directory.gatesOf(afm, audit);
    const employeeId = await db.write(OF_NATION, (tx) => ensureEmployee(tx, { afm, lastName, firstName, userId: afm }));
    await syncRights(db, employeeId, rightsOf(gates, config.DIRECTORY_MINISTRY_GATE), askedAt);
    employees.push({ employeeId, lastName, firstName });
  }
  return employees;
}
