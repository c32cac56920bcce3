import { type Part, part, type Read } from "../../platform/database/sql.ts";

/** How often its citizen has changed the time of an appointment; staff, and what the office or the ministry closes, do not count. */
const MADE = (officeId: number, id: string): Part => part`
  select (coalesce(max(moves_before), 0) + count(*) filter (where ${OF_CITIZEN}))::integer
  from appointment_event as event where office_id = ${officeId} and appointment_id = ${id}`;

/** The acts of a history that count: those that staff have taken back do not. */
const OF_CITIZEN = part`employee_id is null and cause is null
  and (kind = 'transferred' or kind = 'moved' and changes -> 'starts_at' is not null)
  and not exists (
    select from appointment_event as other
    where other.office_id = event.office_id and other.appointment_id = event.appointment_id and other.undoes = event.version)`;

export async function movesMade(tx: Read, officeId: number, id: string): Promise<number> {
  const rows = await tx.sql<{ made: number }>`select (${MADE(officeId, id)}) as made`;
  return rows[0]?.made ?? 0;
}

/** Below zero where the ministry lets them fewer by now. */
export async function movesToGo(tx: Read, officeId: number, id: string): Promise<number> {
  const rows = await tx.sql<{ left: number }>`select moves - (${MADE(officeId, id)}) as left from move_limit`;
  return rows[0]?.left ?? 0;
}
