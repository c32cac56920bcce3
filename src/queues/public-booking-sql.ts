import type { Read } from "../platform/database/sql.ts";

/** Whether the ministry has opened booking to citizens there (circular §Γ: «σε επόμενη έκδοση»). */
export async function isPublicBookingOpen(tx: Read, officeId: number): Promise<boolean> {
  const rows = await tx.sql`
    select from office join public_booking as opened on opened.region is null or opened.region = office.region
    where office.id = ${officeId} limit 1`;
  return rows.length > 0;
}
