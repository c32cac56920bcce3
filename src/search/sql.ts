import { columnsWhere } from "../appointments/field/columns.ts";
import type { Companion } from "../appointments/field/field.ts";
import type { presented } from "../appointments/row/present.ts";
import { OVER } from "../appointments/statuses.ts";
import { employeeName } from "../identity/employee-name-sql.ts";
import { columns, type Part, part, type Read } from "../platform/database/sql.ts";

/**
 * SQL of finding people: ranges of "C" texts only, which keep their index under row-level security. The "limit" of words,
 * even of all, keeps the planner from reading all words of an office in order to compare each with each.
 */

export type PresentedRow = Parameters<typeof presented>[1];

/** As much of an appointment as it takes to tell whose it is and how well it answers. Times are epoch minutes. */
export interface Candidate {
  readonly id: string;
  readonly last_name: string;
  readonly first_name: string;
  readonly business_name: string | null;
  readonly business_afm: string | null;
  readonly companions: readonly Companion[];
  readonly phone: string | null;
  readonly reference: string;
  readonly is_coming: boolean;
  readonly starts: number;
}

/** Words that begin with `key`, or are it, for those of the search's words whose bits are set. */
export interface WordRange {
  readonly bits: number;
  readonly key: string;
  readonly isWhole: boolean;
}

/** Of the words that begin as the only one sought; whole ones come first. Two words thin each other out instead. */
const MOST_WORDS = 1_000;

interface Look {
  readonly now: Temporal.Instant;
  readonly limit: number;
}

/** The appointments in which every word sought begins a word: those with whole words first, then the latest made. */
export async function candidatesByWords(
  tx: Read,
  officeId: number,
  ranges: readonly WordRange[],
  { now, limit }: Look,
): Promise<Candidate[]> {
  const bits = ranges.map((range) => range.bits);
  const all = bits.reduce((sum, bit) => sum | bit, 0);
  const mostWords = bits.every((bit) => bit === all) ? MOST_WORDS : null;
  // Whoever is written with another form of the name comes after those who begin so.
  const isTold = ranges.map(({ isWhole }) => !isWhole);
  const endings = ranges.map(({ key, isWhole }) => (isWhole ? key + FIRST : endOf(key)));
  const lists = await tx.sql<CandidateLists>`
    with found as (
      select appointment_id as id, bit_or(case when word = beginning and is_told then bits else 0 end) as whole
      from unnest(${bits}::int[], ${ranges.map(({ key }) => key)}::text[], ${endings}::text[], ${isTold}::boolean[])
          as sought (bits, beginning, ending, is_told), lateral (
            select appointment_id, word from appointment_word
            where office_id = ${officeId} and word >= beginning collate "C" and word < ending collate "C"
            order by word limit ${mostWords}::integer
          ) as named
      group by appointment_id having bit_or(bits) = ${all}::int
      order by whole desc, id desc limit ${limit}
    )
    ${candidates(officeId, now)}`;
  return candidatesIn(lists);
}

/** By the first or last digits of a telephone number, or the first of a reference or of a business's tax number. */
export async function candidatesByDigits(
  tx: Read,
  officeId: number,
  { digits, numbers }: { readonly digits: string; readonly numbers: readonly string[] },
  { now, limit }: Look,
): Promise<Candidate[]> {
  const reversed = [...digits].reverse().join("");
  const lists = await tx.sql<CandidateLists>`
    with found as (
      (select id from appointment where office_id = ${officeId}
        and phone_reversed >= ${reversed} and phone_reversed < ${endOf(reversed)} limit ${limit})
      union
      (select id from appointment where office_id = ${officeId}
        and reference between ${digits.padEnd(REFERENCE_LENGTH, "0")} and ${digits.padEnd(REFERENCE_LENGTH, "9")}
        and anonymized_at is null limit ${limit})
      union
      (select appointment_id
        from unnest(${numbers}::text[], ${numbers.map(endOf)}::text[]) as sought (beginning, ending), lateral (
            select appointment_id from appointment_word
            where office_id = ${officeId} and word >= beginning collate "C" and word < ending collate "C"
            order by word limit ${MOST_WORDS}::integer
          ) as numbered
        order by appointment_id desc limit ${limit})
    )
    ${candidates(officeId, now)}`;
  return candidatesIn(lists);
}

const REFERENCE_LENGTH = 9;

/** In the order of bytes; no text holds them. */
const [FIRST, LAST] = ["\u0001", "\u{10ffff}"];

/** Behind every text that begins so. */
const endOf = (beginning: string): string => beginning + LAST;

/** Each column of many small rows as one list, which is read sooner than each row by itself. Null: there are none. */
type CandidateLists = { readonly [Name in keyof Candidate]: readonly Candidate[Name][] | null };

/** Of the appointments `found`. */
const candidates = (officeId: number, now: Temporal.Instant): Part => part`
    select json_agg(appointment.id) as id, json_agg(last_name) as last_name, json_agg(first_name) as first_name,
      json_agg(business_name) as business_name, json_agg(business_afm) as business_afm, json_agg(companions) as companions,
      json_agg(phone) as phone, json_agg(reference) as reference, json_agg(${isComing(now)}) as is_coming,
      json_agg((date_part('epoch', starts_at) / 60)::integer) as starts
    from found join appointment on office_id = ${officeId} and appointment.id = found.id`;

const candidatesIn = ([lists]: readonly CandidateLists[]): Candidate[] =>
  (lists?.id ?? []).map((id, at) => {
    const valueIn = <Name extends keyof Candidate>(column: Name) => lists?.[column]?.[at] as Candidate[Name];
    return {
      id,
      last_name: valueIn("last_name"),
      first_name: valueIn("first_name"),
      business_name: valueIn("business_name"),
      business_afm: valueIn("business_afm"),
      companions: valueIn("companions"),
      phone: valueIn("phone"),
      reference: valueIn("reference"),
      is_coming: valueIn("is_coming"),
      starts: valueIn("starts"),
    };
  });

const isComing = (now: Temporal.Instant): Part => part`live and status <> all(${OVER}) and ends_at > ${now}`;

const STORED = columns(columnsWhere());

/** Appointments to come, soonest first, whose names have words with all of the bits. */
export async function namesakesRows(
  tx: Read,
  officeId: number,
  {
    keys,
    all,
    except,
  }: {
    readonly keys: readonly { readonly bits: number; readonly key: string }[];
    readonly all: number;
    readonly except: string | null;
  },
  now: Temporal.Instant,
): Promise<PresentedRow[]> {
  return tx.sql<PresentedRow>`
    with found as (
      select appointment_id
      from unnest(${keys.map(({ bits }) => bits)}::int[], ${keys.map(({ key }) => key)}::text[]) as sought (bits, sound)
        join appointment_word on office_id = ${officeId} and word = sound collate "C"
      group by appointment_id having bit_or(bits) = ${all}::int
    )
    select ${STORED}, ${employeeName("created_by")} as created_by_name
    from found join appointment on office_id = ${officeId} and id = appointment_id
    where ${isComing(now)} and id is distinct from ${except}::uuid
    order by starts_at limit ${MOST_NAMESAKES}`;
}

const MOST_NAMESAKES = 20;
