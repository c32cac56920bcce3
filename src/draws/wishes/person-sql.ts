import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of who has a wish already. */

/** By what somebody is known again: of a tax number, of a wallet's, of a mailbox however it is spelt, of a telephone. */
export interface PersonMark {
  readonly mark: "afm" | "pan" | "email" | "phone";
  /** Its hash */
  readonly key: Buffer;
}

/** Others of the same marks wait until the transaction ends; in one order, so that nobody waits in a ring. */
export async function lockMarks(tx: Tx, draw: number, marks: readonly PersonMark[]): Promise<void> {
  const keys = marks.map(({ key }) => key.toString("hex")).sort();
  for (const key of keys) await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`draw ${draw} ${key}`}, 0))`;
}

export interface MarkedWish {
  readonly number: string;
  readonly office: number;
  readonly visit: string;
  readonly kind: string;
}

/** Of the draw, that stand under one of these marks. */
export const wishesOfMarks = (
  tx: Read,
  draw: number,
  marks: readonly Pick<PersonMark, "key">[],
): Promise<MarkedWish[]> =>
  tx.sql<MarkedWish>`
    select distinct wish.number, office, visit, kind from draw_person as person
      join draw_wish as wish using (draw, number)
    where draw = ${draw} and key = any (${marks.map(({ key }) => key)}::bytea[])`;

/** A mailbox that several people share is noted of the first of them. */
export async function insertMarks(tx: Tx, draw: number, number: string, marks: readonly PersonMark[]): Promise<void> {
  const given = marks.map(({ mark, key }) => ({ mark, key: key.toString("hex") }));
  await tx.sql`
    insert into draw_person (draw, key, number, mark)
    select ${draw}::integer, decode(key, 'hex'), ${number}::text, mark
    from json_to_recordset(${JSON.stringify(given)}::json) as given (mark text, key text)
    on conflict do nothing`;
}

/** One of those that the wishes of a domain share. @returns false: another wish has it */
export async function insertDomainMark(tx: Tx, draw: number, number: string, key: Buffer): Promise<boolean> {
  const rows = await tx.sql`
    insert into draw_person (draw, key, number, mark) values (${draw}, ${key}, ${number}, 'domain')
    on conflict do nothing returning true`;
  return rows.length === 1;
}

/** Whose a wish is who signed in. */
export interface WishOwner {
  readonly mark: Buffer;
  readonly way: "taxisnet" | "wallet";
}

/** Null: they did not sign in. */
export async function ownerOfWish(tx: Read, draw: number, number: string): Promise<WishOwner | null> {
  const [row] = await tx.sql<WishOwner>`
    select key as mark, case mark when 'afm' then 'taxisnet' else 'wallet' end as way
    from draw_person where draw = ${draw} and number = ${number} and mark in ('afm', 'pan')`;
  return row ?? null;
}

export const marksOfWish = (tx: Read, draw: number, number: string): Promise<PersonMark[]> =>
  tx.sql<PersonMark>`
    select mark, key from draw_person where draw = ${draw} and number = ${number} and mark <> 'domain'`;

export async function deleteMarks(tx: Tx, draw: number): Promise<void> {
  await tx.sql`delete from draw_person where draw = ${draw}`;
}
