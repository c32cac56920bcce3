import { employeeName } from "../../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../../platform/database/sql.ts";
import type { TranslatedLanguage } from "../../text/languages.ts";
import type { Translation } from "../contract.ts";

export interface TranslationRow extends Omit<Translation, "changedAt"> {
  readonly changedAt: Temporal.Instant | null;
}

/** All Greek words that citizens read of the ministry, with the English ones where they have their own place. */
const GREEK = part`(
  select name as greek, 'service' as kind, name_en as english from service
  union all select item ->> 'greek', 'bring', item ->> 'english' from service, jsonb_array_elements(to_bring) as item
  union all select distinct name, 'holiday', name_en from holiday
  union all select distinct reason, 'closure', null from closure
  union all select distinct greek, 'reason', null from translation) as words_of`;

/** What they are first: a reason that is stored is also the one of a closure, and the name of a holiday no other word. */
const KIND = part`(array_agg(kind order by array_position(array['service', 'bring', 'holiday', 'closure', 'reason'], kind)))[1]`;

const rowsWhere = (language: TranslatedLanguage) => part`
  select md5(given.greek) as id, given.greek, kind, english, words, coalesce(is_checked, false) as "isChecked",
    coalesce(version, 0) as version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy"
  from (select greek, ${KIND} as kind, min(english) as english from ${GREEK} group by greek) as given
    left join translation on translation.greek = given.greek and language = ${language}`;

/** Those that have no English words of their own only, where the language is English. */
export const translationRows = (tx: Read, language: TranslatedLanguage): Promise<TranslationRow[]> =>
  tx.sql<TranslationRow>`
    ${rowsWhere(language)} where ${language} <> 'en' or english is null
    order by array_position(array['service', 'bring', 'holiday', 'closure', 'reason'], kind), given.greek collate "el-x-icu"`;

/** Null: no Greek words have that number. */
export async function translationRow(
  tx: Read,
  language: TranslatedLanguage,
  id: string,
): Promise<TranslationRow | null> {
  const rows = await tx.sql<TranslationRow>`${rowsWhere(language)} where md5(given.greek) = ${id}`;
  return rows[0] ?? null;
}

export interface NewTranslation {
  readonly greek: string;
  readonly language: TranslatedLanguage;
  readonly words: string;
  readonly isChecked: boolean;
}

/** Of two who write at once the second one sees what the first one wrote, also where there was none yet. */
export async function lockTranslations(tx: Tx): Promise<void> {
  await tx.sql`lock table translation in share row exclusive mode`;
}

export async function writeTranslation(
  tx: Tx,
  employeeId: number,
  { greek, language, words, isChecked }: NewTranslation,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into translation (greek, language, words, is_checked, changed_at, changed_by)
    values (${greek}, ${language}, ${words}, ${isChecked}, ${now}, ${employeeId})
    on conflict (greek, language) do update set words = excluded.words, is_checked = excluded.is_checked,
      version = translation.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`;
}

export async function deleteTranslation(tx: Tx, greek: string, language: TranslatedLanguage): Promise<void> {
  await tx.sql`delete from translation where greek = ${greek} and language = ${language}`;
}

export interface StoredTranslation {
  readonly greek: string;
  readonly language: TranslatedLanguage;
  readonly words: string;
}

export const storedTranslations = (tx: Read): Promise<StoredTranslation[]> =>
  tx.sql<StoredTranslation>`select greek, language, words from translation`;

/** Words that changed are to be looked at anew. */
export async function importTranslations(tx: Tx, rows: readonly StoredTranslation[]): Promise<void> {
  await tx.sql`
    insert into translation (greek, language, words)
    select greek, language, words
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (greek text, language text, words text)
    on conflict (greek, language) do update set words = excluded.words, is_checked = false,
      version = translation.version + 1, changed_at = null, changed_by = null`;
}
