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

/** What was due of months of other keys is due no more. @returns these months, which stay as they were published */
export async function replaceKey(tx: Tx, fresh: Uint8Array, fingerprint: string): Promise<string[]> {
  await tx.sql`delete from open_data_key`;
  await tx.sql`insert into open_data_key (key) values (${Buffer.from(fresh)})`;
  await tx.sql`delete from open_month_due where month in (select month from open_month where key_fingerprint <> ${fingerprint})`;
  const rows = await tx.sql<{ month: string }>`
    select distinct to_char(month, 'YYYY-MM') as month from open_month order by 1`;
  return rows.map(({ month }) => month);
}
