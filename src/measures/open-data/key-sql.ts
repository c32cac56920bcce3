import type { Read, Tx } from "../../platform/database/sql.ts";

/** Made by whichever process is first, and only before anything was published. @param fresh 32 bytes of chance */
export async function insertFirstKey(tx: Tx, fresh: Uint8Array): Promise<void> {
  await tx.sql`
    insert into open_data_key (key) select ${Buffer.from(fresh)} where not exists (select from open_month)
    on conflict do nothing`;
}

/** null: it is lost */
export async function storedKey(tx: Read): Promise<Buffer | null> {
  const rows = await tx.sql<{ key: Buffer }>`select key from open_data_key`;
  return rows[0]?.key ?? null;
}

/** A process of the release before writes none; it has no other key. */
export async function fillFingerprints(tx: Tx, fingerprint: string): Promise<void> {
  await tx.sql`update open_month set key_fingerprint = ${fingerprint} where key_fingerprint is null`;
}
