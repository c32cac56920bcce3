import type { Read, Tx } from "../../platform/database/sql.ts";

export interface KeyOwner {
  readonly partner: string;
  readonly name: string;
  readonly key: string;
  readonly usedAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly pausedAt: Temporal.Instant | null;
}

/** Null: no key has that hash. */
export async function ownerOfKey(tx: Read, hash: Buffer): Promise<KeyOwner | null> {
  const rows = await tx.sql<KeyOwner>`
    select partner, name, partner_key.id as key, used_at as "usedAt", revoked_at as "revokedAt",
      paused_at as "pausedAt"
    from partner_key join partner on partner.id = partner where hash = ${hash}`;
  return rows[0] ?? null;
}

export async function noteKeyUsed(tx: Tx, key: string, now: Temporal.Instant): Promise<void> {
  await tx.sql`update partner_key set used_at = ${now} where id = ${key}`;
}
