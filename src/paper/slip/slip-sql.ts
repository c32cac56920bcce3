import type { Read } from "../../platform/database/sql.ts";
import type { CitizensLanguage } from "../../text/languages.ts";

/** What a service is called in a language of the counter, and what is to be brought; null: nobody has translated it. */
export interface OwnWords {
  readonly name: string | null;
  readonly bring: string | null;
}

export async function ownWordsOf(tx: Read, service: string, language: CitizensLanguage): Promise<OwnWords> {
  const rows = await tx.sql<OwnWords>`
    select (select words from translation where greek = service.name and language = ${language}) as name,
      (select words from translation where greek = service.bring and language = ${language}) as bring
    from service where code = ${service}`;
  return rows[0] ?? { name: null, bring: null };
}
