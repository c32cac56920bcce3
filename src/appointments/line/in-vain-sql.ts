import type { Tx } from "../../platform/database/sql.ts";

/** Its version moves on: whoever saw it noted is told that it is not. */
export async function withdrawInVain(tx: Tx, officeId: number, visit: string): Promise<void> {
  await tx.sql`
    update visit_in_vain set reason = null, line = null, version = version + 1
    where office_id = ${officeId} and visit = ${visit} and reason is not null`;
}
