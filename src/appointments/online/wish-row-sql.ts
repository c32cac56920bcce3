import type { Read, Tx } from "../../platform/database/sql.ts";
import type { AppointmentRow } from "../sql.ts";

/** Every office has one, whatever becomes of the others. */
export async function numberOfDefaultQueue(tx: Read, officeId: number): Promise<number> {
  const rows = await tx.sql<{ number: number }>`select number from queue where office_id = ${officeId} and is_default`;
  return rows[0]?.number as number;
}

export async function updateTimes(
  tx: Tx,
  officeId: number,
  id: string,
  { starts_at, ends_at }: Pick<AppointmentRow, "starts_at" | "ends_at">,
): Promise<void> {
  await tx.sql`
    update appointment set starts_at = ${starts_at}, ends_at = ${ends_at}
    where office_id = ${officeId} and id = ${id} and status = 'expired'`;
}

export async function clearEmail(tx: Tx, officeId: number, id: string): Promise<void> {
  await tx.sql`
    update appointment set email = null where office_id = ${officeId} and id = ${id} and status = 'expired'`;
}
