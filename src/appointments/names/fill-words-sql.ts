import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";
import type { Findable } from "./search-words.ts";

/** SQL of the words that older appointments lack (db/migrations/0005 and 0055). */

export async function officesWithWordsMissing(tx: AcrossOffices): Promise<number[]> {
  const rows = await tx.sql<{ office: number }>`select office from offices_with_words_missing() as office`;
  return rows.map(({ office }) => office);
}

/** Up to which appointment an office's words are there; null: up to the last, or another process is at it. */
export async function filledUpTo(tx: Tx, officeId: number): Promise<string | null> {
  const rows = await tx.sql<{ after: string }>`
    select after from words_missing where office_id = ${officeId} for update skip locked`;
  return rows[0]?.after ?? null;
}

interface FindableRow extends Findable {
  readonly id: string;
}

/** The next ones, whose names nobody changes meanwhile. */
export async function namesAfter(tx: Tx, officeId: number, after: string, limit: number): Promise<FindableRow[]> {
  return tx.sql<FindableRow>`
    select id, last_name, first_name, business_name, phone, business_afm, companions from appointment
    where office_id = ${officeId} and id > ${after} order by id limit ${limit} for share`;
}

export async function addSearchWords(
  tx: Tx,
  officeId: number,
  found: readonly { readonly id: string; readonly word: string }[],
): Promise<void> {
  await tx.sql`
    insert into appointment_word (office_id, word, appointment_id)
    select ${officeId}::integer, word, id
    from unnest(${found.map(({ word }) => word)}::text[], ${found.map(({ id }) => id)}::uuid[]) as found (word, id)
    on conflict do nothing`;
}

/** @param after null: all words are there */
export async function noteFilled(tx: Tx, officeId: number, after: string | null): Promise<void> {
  if (after === null) await tx.sql`delete from words_missing where office_id = ${officeId}`;
  else await tx.sql`update words_missing set after = ${after} where office_id = ${officeId}`;
}
