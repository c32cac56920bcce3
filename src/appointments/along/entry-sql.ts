import type { Read, Tx } from "../../platform/database/sql.ts";
import type { CalendarEntry } from "./calendar-entry.ts";

/** SQL of the entry in a citizen's calendar. */

export async function calendarEntryOf(tx: Read, officeId: number, id: string): Promise<CalendarEntry> {
  const rows = await tx.sql<CalendarEntry>`
    select uid, sequence from calendar_entry where office_id = ${officeId} and appointment_id = ${id}`;
  return rows[0] ?? { uid: id, sequence: 0 };
}

export async function insertCalendarEntry(
  tx: Tx,
  officeId: number,
  id: string,
  { uid, sequence }: CalendarEntry,
): Promise<void> {
  await tx.sql`
    insert into calendar_entry (office_id, appointment_id, uid, sequence)
    values (${officeId}, ${id}, ${uid}, ${sequence})`;
}
