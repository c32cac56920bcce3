import type { Tx } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";

export type Held = Pick<AppointmentRow, "id" | "queue" | "starts_at" | "ends_at">;

/** Of these, those that held their places until now. */
export const expireHeld = (tx: Tx, officeId: number, ids: readonly string[], at: Temporal.Instant): Promise<Held[]> =>
  tx.sql<Held>`
    update appointment set status = 'expired', status_at = ${at}, version = version + 1
    where office_id = ${officeId} and id = any (${ids}::uuid[]) and status = 'held' returning id, queue, starts_at, ends_at`;
