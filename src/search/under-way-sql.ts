import { randomUUIDv7 } from "node:crypto";
import type { OperableOffice } from "../identity/office-access.ts";
import type { AcrossOffices, Tx } from "../platform/database/sql.ts";

/** What a clerk has asked, letter by letter, and whom it has shown. */
interface Sought {
  readonly text: string;
  readonly people: number;
  readonly appointments: readonly string[];
  readonly at: Temporal.Instant;
}

/** Before the clerk sees its result: as one that is still being typed, of which the audit hears when it has settled. Ends the transaction. */
export async function recordSearch(
  tx: Tx,
  office: OperableOffice,
  { text, people, appointments, at }: Sought,
): Promise<void> {
  await tx.last`
    select record_search(${office.id}, ${office.employeeId}, ${randomUUIDv7()}, ${text}, ${people}, ${appointments}, ${at})`;
}

/** The number of entries that this made in the audit, in all offices. */
export async function settleSearches(tx: AcrossOffices, before: Temporal.Instant): Promise<number> {
  const rows = await tx.sql<{ count: string }>`select settle_searches(${before}) as count`;
  return Number(rows[0]?.count ?? 0);
}
