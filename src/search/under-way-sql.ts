import { type AcrossOffices, part, type Tx } from "../platform/database/sql.ts";

/** A search that is still being typed. */
export interface SearchUnderWay {
  readonly id: string;
  readonly text: string;
  readonly people: number;
  /** Whose appointments it has shown so far */
  readonly appointments: readonly string[];
  readonly at: Temporal.Instant;
}

/** The search that an employee is typing, locked until the end of the transaction. */
export async function searchUnderWay(tx: Tx, officeId: number, employeeId: number): Promise<SearchUnderWay | null> {
  const [row] = await tx.sql<SearchUnderWay>`${underWayOf(officeId, employeeId)} for update`;
  return row ?? null;
}

/** The same without waiting; null also while another request of the same employee has it. */
export async function searchAtHand(tx: Tx, officeId: number, employeeId: number): Promise<SearchUnderWay | null> {
  const [row] = await tx.sql<SearchUnderWay>`${underWayOf(officeId, employeeId)} for update skip locked`;
  return row ?? null;
}

const underWayOf = (officeId: number, employeeId: number) => part`
  select id, text, people, appointments, at from search_under_way where office_id = ${officeId} and employee_id = ${employeeId}`;

/** False when another request of the same employee has begun one at the same moment. */
export async function beginSearch(
  tx: Tx,
  officeId: number,
  employeeId: number,
  search: SearchUnderWay,
): Promise<boolean> {
  const rows = await tx.sql`
    insert into search_under_way (office_id, employee_id, id, text, people, appointments, at)
    values (${officeId}, ${employeeId}, ${search.id}, ${search.text}, ${search.people}, ${search.appointments}, ${search.at})
    on conflict do nothing returning id`;
  return rows.length === 1;
}

/** The last of the transaction */
export async function replaceSearch(
  tx: Tx,
  officeId: number,
  employeeId: number,
  search: SearchUnderWay,
): Promise<void> {
  await tx.last`
    update search_under_way set id = ${search.id}, text = ${search.text}, people = ${search.people},
      appointments = ${search.appointments}, at = ${search.at}
    where office_id = ${officeId} and employee_id = ${employeeId}`;
}

/** The number of entries that this made in the audit, in all offices. */
export async function settleSearches(tx: AcrossOffices, before: Temporal.Instant): Promise<number> {
  const rows = await tx.sql<{ count: string }>`select settle_searches(${before}) as count`;
  return Number(rows[0]?.count ?? 0);
}
