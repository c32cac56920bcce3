import type { Read } from "../../platform/database/sql.ts";
import type { CitizensLanguage } from "../../text/languages.ts";

/** What services are called in a language of the counter, and their lines of what to bring, by the Greek words. */
export async function ownWordsOf(
  tx: Read,
  services: readonly string[],
  language: CitizensLanguage,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql<{ greek: string; words: string }>`
    select greek, words from translation where language = ${language} and greek in (
      select name from service where code = any (${services}::text[])
      union all select item ->> 'greek' from service, jsonb_array_elements(to_bring) as item
        where code = any (${services}::text[]))`;
  return new Map(rows.map(({ greek, words }) => [greek, words]));
}
