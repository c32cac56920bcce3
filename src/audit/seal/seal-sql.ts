import type { AcrossOffices, Read, Tx } from "../../platform/database/sql.ts";
import type { ChainEnd } from "./head.ts";

/** @returns how many entries were sealed, at most `most`; 0 also while another process is at it */
export async function sealEntries(tx: AcrossOffices<Tx>, most: number): Promise<number> {
  const rows = await tx.sql<{ sealed: number }>`select seal_audit(${most}) as sealed`;
  return rows[0]?.sealed ?? 0;
}

export interface SignedHead {
  readonly day: Temporal.PlainDate;
  readonly document: string;
  readonly signature: string;
}

/** Nothing where the day has one already. */
export async function keepHead(tx: Tx, { day, document, signature }: SignedHead): Promise<void> {
  await tx.sql`
    insert into audit_head (day, document, signature) values (${day}, ${document}, ${signature}) on conflict do nothing`;
}

export async function headsSince(tx: Read, day: Temporal.PlainDate | null): Promise<SignedHead[]> {
  return tx.sql<SignedHead>`
    select day, document, signature from audit_head where ${day}::date is null or day >= ${day} order by day`;
}

/** null: none was signed yet */
export async function latestHead(tx: Read): Promise<SignedHead | null> {
  const rows = await tx.sql<SignedHead>`select day, document, signature from audit_head order by day desc limit 1`;
  return rows[0] ?? null;
}

/** Since when the oldest entry waits for its seal; null: none waits. */
export async function oldestWaiting(tx: AcrossOffices): Promise<Temporal.Instant | null> {
  const rows = await tx.sql<{ since: Temporal.Instant | null }>`select audit_waiting() as since`;
  return rows[0]?.since ?? null;
}

export async function endsOfChains(tx: AcrossOffices): Promise<ChainEnd[]> {
  const rows = await tx.sql<{ office_id: number; number: string; hash: Buffer }>`select * from audit_ends()`;
  return rows.map(({ office_id, number, hash }) => ({
    office: office_id,
    number: BigInt(number),
    hash: hash.toString("hex"),
  }));
}
