import type { Read } from "../../platform/database/sql.ts";

/** What the owner of the database reads to prove the chains. */

export interface SealedRow {
  readonly office_id: number;
  readonly number: string;
  readonly hash: Buffer;
  readonly entry_id: string;
  /** The entry's columns as text; null: the entry is gone */
  readonly at: string | null;
  readonly employee_id: number | null;
  readonly act: string;
  readonly details: string;
  readonly day: string | null;
  readonly appointments: string | null;
}

/** The seals of one chain behind a number, with their entries. */
export async function sealsAfter(tx: Read, office: number, number: bigint, limit: number): Promise<SealedRow[]> {
  return tx.sql<SealedRow>`
    select seal.office_id, number, hash, entry_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, employee_id, act,
      details::text as details, day::text as day, array_to_string(appointments, ' ') as appointments
    from audit_seal as seal left join audit_entry as entry on entry.office_id = seal.office_id and entry.id = entry_id
    where seal.office_id = ${office} and number > ${String(number)}::bigint order by number limit ${limit}`;
}

export interface Chain {
  readonly office: number;
  readonly name: string;
  readonly seals: number;
}

/** Of every office that has entries or seals, and of the nation. */
export async function chains(tx: Read): Promise<Chain[]> {
  return tx.sql<Chain>`
    with counted as (select office_id, count(*)::int as seals from audit_seal group by 1),
      known as (select office_id from counted union select office_id from audit_entry group by 1)
    select known.office_id as office, coalesce(office.code, '') as name, coalesce(seals, 0) as seals
    from known left join counted using (office_id) left join office on office.id = known.office_id order by 1`;
}

/** Entries that no chain holds and that do not wait for it, and what finds entries otherwise than they say. */
export async function strayEntries(tx: Read, office: number, limit: number): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>`
    (select id::text from audit_entry as entry where office_id = ${office}
      and not exists (select from audit_unsealed where office_id = ${office} and entry_id = entry.id)
      and id not in (select entry_id from audit_seal where office_id = ${office})
      limit ${limit})
    union
    ((select entry_id::text from (
      select id as entry_id, unnest(appointments) as appointment_id from audit_entry where office_id = ${office}
      except select entry_id, appointment_id from audit_subject where office_id = ${office}) as unfound)
    union
    (select entry_id::text from (
      select entry_id, appointment_id from audit_subject where office_id = ${office}
      except select id, unnest(appointments) from audit_entry where office_id = ${office}) as untrue))
    limit ${limit}`;
  return rows.map(({ id }) => id);
}

export async function hashOfSeal(tx: Read, office: number, number: bigint): Promise<string | null> {
  const rows = await tx.sql<{ hash: Buffer }>`
    select hash from audit_seal where office_id = ${office} and number = ${String(number)}::bigint`;
  return rows[0]?.hash.toString("hex") ?? null;
}
