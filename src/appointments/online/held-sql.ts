import type { Tx } from "../../platform/database/sql.ts";

interface Held {
  readonly id: string;
  readonly starts_at: Temporal.Instant;
}

/** Of these, those that held their places until now. */
export const expireHeld = (tx: Tx, officeId: number, ids: readonly string[], at: Temporal.Instant): Promise<Held[]> =>
  tx.sql<Held>`
    update appointment set status = 'expired', status_at = ${at}, version = version + 1
    where office_id = ${officeId} and id = any (${ids}::uuid[]) and status = 'held' returning id, starts_at`;
