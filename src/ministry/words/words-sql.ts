import type { PeopleWords } from "../../catalogue/people-words.ts";
import type { Referral } from "../../catalogue/referral.ts";
import { employeeName } from "../../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../../platform/database/sql.ts";

interface RuledRow {
  readonly version: number;
  readonly changedAt: Temporal.Instant | null;
  readonly changedBy: string | null;
}

export interface WordsRow extends RuledRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly words: PeopleWords;
}

export type ReferralRow = Referral & RuledRow;

/** What has no words yet has version 0. */
const WORDS = part`
  select code, name, name_en as "nameEn", coalesce(words, '{}') as words, coalesce(own.version, 0) as version,
    changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy"
  from service left join service_words as own on own.service = code`;

const REFERRAL = part`
  select code, answers, words, url, version, changed_at as "changedAt", ${employeeName("changed_by")} as "changedBy"
  from referral`;

export const wordsOfServices = (tx: Read): Promise<WordsRow[]> =>
  tx.sql<WordsRow>`${WORDS} order by name collate "el-x-icu"`;

/** Held until the transaction ends: the service, for whoever writes its first words, and the words that are there. */
export async function lockedWords(tx: Tx, code: string): Promise<WordsRow | null> {
  const [, , rows] = await Promise.all([
    tx.sql`select from service where code = ${code} for no key update`,
    tx.sql`select from service_words where service = ${code} for update`,
    tx.sql<WordsRow>`${WORDS} where code = ${code}`,
  ]);
  return rows[0] ?? null;
}

export async function writeWords(
  tx: Tx,
  employeeId: number,
  { code, words }: Pick<WordsRow, "code" | "words">,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into service_words (service, words, changed_at, changed_by)
    values (${code}, ${JSON.stringify(words)}::jsonb, ${now}, ${employeeId})
    on conflict (service) do update set words = excluded.words, version = service_words.version + 1,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`;
}

export const allReferrals = (tx: Read): Promise<ReferralRow[]> =>
  tx.sql<ReferralRow>`${REFERRAL} where not is_removed order by code`;

export async function lockedReferral(tx: Tx, code: string): Promise<ReferralRow | null> {
  const [, rows] = await Promise.all([
    tx.sql`select from referral where code = ${code} for no key update`,
    tx.sql<ReferralRow>`${REFERRAL} where code = ${code} and not is_removed`,
  ]);
  return rows[0] ?? null;
}

export type ReferralWrite = Pick<ReferralRow, "code" | "answers" | "words" | "url">;

/** False when the code is taken; one that was removed may come back. */
export async function insertReferral(
  tx: Tx,
  employeeId: number,
  { code, answers, words, url }: ReferralWrite,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql`
    insert into referral (code, answers, words, url, changed_at, changed_by)
    values (${code}, ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(words)}::jsonb, ${url}, ${now}, ${employeeId})
    on conflict (code) do update set answers = excluded.answers, words = excluded.words, url = excluded.url,
      is_removed = false, version = referral.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where referral.is_removed returning code`;
  return rows.length === 1;
}

export async function updateReferral(
  tx: Tx,
  employeeId: number,
  { code, answers, words, url }: ReferralWrite,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    update referral set answers = ${JSON.stringify(answers)}::jsonb, words = ${JSON.stringify(words)}::jsonb, url = ${url},
      version = version + 1, changed_at = ${now}, changed_by = ${employeeId}
    where code = ${code}`;
}

export async function markRemoved(tx: Tx, employeeId: number, code: string, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update referral set is_removed = true, version = version + 1, changed_at = ${now}, changed_by = ${employeeId}
    where code = ${code}`;
}
