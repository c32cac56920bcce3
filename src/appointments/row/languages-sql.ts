import type { Read } from "../../platform/database/sql.ts";
import type { CounterLanguage } from "../../text/languages.ts";

/** Those in which the ministry offers pages and letters to citizens, beside Greek and English. */
export async function languagesOn(tx: Read): Promise<CounterLanguage[]> {
  const rows = await tx.sql<{ language: CounterLanguage }>`
    select language from counter_language where is_on`;
  return rows.map(({ language }) => language);
}
