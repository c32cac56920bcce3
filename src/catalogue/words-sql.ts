import type { Read, Tx } from "../platform/database/sql.ts";
import type { PeopleWords } from "./people-words.ts";
import type { Referral } from "./referral.ts";

/** SQL of what is found by people's own words. */

/** A service as it is found: what it is called, and what one brings for oneself, in each language that the ministry has it in. */
export interface SpokenService {
  readonly code: string;
  readonly names: readonly string[];
  readonly toBring: readonly string[];
  readonly words: PeopleWords;
}

export const spokenServices = (tx: Read): Promise<SpokenService[]> => tx.sql<SpokenService>`
  select code,
    array[name, short_name, name_en]
      || array(select translation.words from translation where greek in (name, short_name)) as names,
    array(select words.line from jsonb_array_elements(to_bring) as item,
      lateral (select item ->> 'greek' union all select item ->> 'english'
        union all select translation.words from translation where greek = item ->> 'greek') as words (line)
      where item -> 'cases' ? 'self' and words.line is not null) as "toBring",
    coalesce(service_words.words, '{}') as words
  from service left join service_words on service_words.service = code
  order by name collate "el-x-icu"`;

export const referrals = (tx: Read): Promise<Referral[]> => tx.sql<Referral>`
  select code, answers, words, url from referral where not is_removed order by code`;

/** Moves with each write of the catalogue, of its words and translations or of what is done elsewhere, by whomever. */
export async function wordsVersion(tx: Read): Promise<string> {
  const [row] = await tx.sql<{ version: string }>`
    select string_agg(concat_ws('.', rows, versions, last), '-') as version from (
      select count(*) as rows, sum(version) as versions, max(xmin::text::bigint) as last from service
      union all select count(*), sum(version), max(xmin::text::bigint) from service_words
      union all select count(*), sum(version), max(xmin::text::bigint) from translation
      union all select count(*), sum(version), max(xmin::text::bigint) from referral) as parts`;
  return (row as { version: string }).version;
}

export interface SeededWords {
  readonly service: string;
  readonly words: PeopleWords;
}

/** To the services that are there and have none. */
export async function insertMissingWords(tx: Tx, seeds: readonly SeededWords[]): Promise<number> {
  const rows = await tx.sql`
    insert into service_words (service, words)
    select service, words from jsonb_to_recordset(${JSON.stringify(seeds)}::jsonb) as given (service text, words jsonb)
    join service on code = service
    on conflict do nothing returning service`;
  return rows.length;
}

export async function insertMissingReferrals(tx: Tx, seeds: readonly Referral[]): Promise<number> {
  const rows = await tx.sql`
    insert into referral (code, answers, words, url)
    select code, answers, words, url
    from jsonb_to_recordset(${JSON.stringify(seeds)}::jsonb) as given (code text, answers jsonb, words jsonb, url text)
    on conflict do nothing returning code`;
  return rows.length;
}
