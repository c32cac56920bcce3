import { type Findable, searchWords } from "../../appointments/names/search-words.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { Check, Finding } from "./check.ts";

/** So many rows tell whether words are kept; millions would take hours. */
const SAMPLE = 50_000;

interface FindableRow extends Findable {
  readonly office_id: number;
  readonly id: string;
}

/** A citizen not found is as good as lost, but where older ones are still being written down; one found by another's name is shown to the wrong eyes. */
const searchWordsWrong: Check = {
  name: "search-words-wrong",
  remedy: "report",
  find: async (tx) => [...(await withoutTheirWords(tx)), ...(await withOthersWords(tx))],
};

async function withoutTheirWords(tx: Read): Promise<Finding[]> {
  const rows = await tx.sql<FindableRow>`
    select office_id, id, last_name, first_name, business_name, phone, business_afm, companions
    from appointment tablesample system (${await share(tx, "appointment")}::real) limit ${SAMPLE}`;
  const words = rows.flatMap((row) => searchWords(row).map((word) => ({ ...row, word })));
  return tx.sql<Finding>`
    select distinct concat_ws(' ', office.code, queue, starts_at, reference) as finding
    from unnest(${words.map((row) => row.office_id)}::int[], ${words.map(({ id }) => id)}::uuid[],
        ${words.map(({ word }) => word)}::text[]) as expected (office_id, id, word)
      join appointment using (office_id, id) join office on office.id = office_id
    where not exists (select from appointment_word as kept
      where kept.office_id = expected.office_id and kept.word = expected.word collate "C" and appointment_id = expected.id)
      and not exists (select from words_missing as missing where missing.office_id = expected.office_id and after < expected.id)
    order by 1`;
}

async function withOthersWords(tx: Read): Promise<Finding[]> {
  const rows = await tx.sql<Partial<FindableRow> & Finding & { word: string }>`
    select word, appointment.id, last_name, first_name, business_name, appointment.phone, business_afm, companions,
      concat_ws(' ', office.code, queue, starts_at, coalesce(reference, appointment_id::text)) as finding
    from (
      select office_id, word, appointment_id from appointment_word tablesample system (${await share(tx, "appointment_word")}::real) limit ${SAMPLE}
    ) as kept join office on office.id = office_id
      left join appointment on appointment.office_id = kept.office_id and appointment.id = appointment_id
    order by finding`;
  const wrong = rows.filter((row) => !row.id || !searchWords(row as FindableRow).includes(row.word));
  return [...new Set(wrong.map(({ finding }) => finding))].map((finding) => ({ finding }));
}

/** Percent of a table that make the sample. */
async function share(tx: Read, table: string): Promise<number> {
  const rows = await tx.sql<{ rows: number }>`select reltuples as rows from pg_class where oid = ${table}::regclass`;
  return Math.min(100, (100 * SAMPLE) / Math.max(1, rows[0]?.rows ?? 1));
}

export const searchChecks: readonly Check[] = [searchWordsWrong];
