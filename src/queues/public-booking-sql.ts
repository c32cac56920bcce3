import type { Read } from "../platform/database/sql.ts";

/** Whether the ministry has opened booking to citizens there (circular §Γ: «σε επόμενη έκδοση»). */
export async function isPublicBookingOpen(tx: Read, officeId: number): Promise<boolean> {
  const rows = await tx.sql`select from office where id = ${officeId} and is_open_to_citizens(id, region)`;
  return rows.length > 0;
}
