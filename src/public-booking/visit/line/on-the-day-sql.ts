import type { Read } from "../../../platform/database/sql.ts";

/** SQL of the day of a visit. */

/** Whether a screen at the office's entrance reads the code of an appointment. */
export async function areCodesRead(tx: Read, officeId: number): Promise<boolean> {
  const rows = await tx.sql<{ found: boolean }>`
    select exists (select from entrance_screen where office_id = ${officeId} and kind = 'entrance') as found`;
  return rows[0]?.found ?? false;
}
