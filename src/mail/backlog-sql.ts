import type { AcrossOffices } from "../platform/database/sql.ts";

interface Backlog {
  /** Of all offices */
  readonly waiting: number;
  readonly dueSince: Temporal.Instant | null;
}

export async function backlogOf(tx: AcrossOffices, now: Temporal.Instant): Promise<Backlog> {
  const rows = await tx.sql<Backlog>`select waiting, due_since as "dueSince" from outbox_backlog(${now})`;
  return rows[0] as Backlog;
}
