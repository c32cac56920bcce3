import type { Tx } from "../../platform/database/sql.ts";

/** What only the owner of the tables may do. */

/** What was due of months of other keys is due no more. @returns these months, which stay as they were published */
export async function replaceKey(tx: Tx, fresh: Uint8Array, fingerprint: string): Promise<string[]> {
  await tx.sql`delete from open_data_key`;
  await tx.sql`insert into open_data_key (key) values (${Buffer.from(fresh)})`;
  await tx.sql`delete from open_month_due where month in (select month from open_month where key_fingerprint <> ${fingerprint})`;
  const rows = await tx.sql<{ month: string }>`
    select distinct to_char(month, 'YYYY-MM') as month from open_month order by 1`;
  return rows.map(({ month }) => month);
}
