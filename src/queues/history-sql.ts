import { employeeFullName } from "../identity/employee-name-sql.ts";
import type { Read } from "../platform/database/sql.ts";

/** Of employees who work or worked anywhere: nobody is ever deleted. */
export const namesOf = (tx: Read, ids: readonly number[]): Promise<{ readonly id: number; readonly name: string }[]> =>
  tx.sql`select id, ${employeeFullName} as name from employee where id = any (${ids}::int[]) order by id`;
