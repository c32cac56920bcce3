import type { Read } from "../../platform/database/sql.ts";
import type { TranslatedLanguage } from "../../text/languages.ts";

/** The ministry's words in each language, by the Greek ones. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function allTranslations(tx: Read): Promise<Translations> {
  const rows = await tx.sql<{ language: TranslatedLanguage; words: Record<string, string> }>`
    select language, jsonb_object_agg(greek, words) as words from translation group by language`;
  return new Map(rows.map(({ language, words }) => [language, new Map(Object.entries(words))]));
}
