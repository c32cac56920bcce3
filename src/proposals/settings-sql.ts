import type { Read } from "../platform/database/sql.ts";

/** By how many minutes at most the office moves somebody earlier without its head's choice. */
export async function earlierMinutesOf(tx: Read, officeId: number): Promise<number> {
  const rows = await tx.sql<{ minutes: number }>`select earlier_minutes as minutes from office where id = ${officeId}`;
  return (rows[0] as { minutes: number }).minutes;
}
