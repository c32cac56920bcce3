import type { Tx } from "../../platform/database/sql.ts";

/** SQL of citizens who are signed in. */

/** By whose word it is said who somebody is, where that is the same next time. */
export type SignInWay = "taxisnet" | "wallet";

export interface CitizenSession {
  /** Of a tax number or a wallet's, hashed: by it their appointments are found */
  readonly mark: Buffer;
  readonly way: SignInWay;
  readonly lastName: string;
  /** Empty: a company, by its own codes; or a person who has one name, by a wallet */
  readonly firstName: string;
  readonly until: Temporal.Instant;
}

export async function insertCitizenSession(
  tx: Tx,
  tokenHash: Buffer,
  { mark, way, lastName, firstName, until }: CitizenSession,
): Promise<void> {
  await tx.sql`
    insert into citizen_session (token_hash, mark, way, last_name, first_name, until)
    values (${tokenHash}, ${mark}, ${way}, ${lastName}, ${firstName}, ${until})`;
}

/** With the links that pages made for it. @returns how they had signed in; null: there was none */
export async function deleteCitizenSession(tx: Tx, tokenHash: Buffer): Promise<SignInWay | null> {
  const [row] = await tx.sql<{ way: SignInWay }>`
    delete from citizen_session where token_hash = ${tokenHash} returning way`;
  return row?.way ?? null;
}

export async function deleteSessionsOver(tx: Tx, moment: Temporal.Instant): Promise<void> {
  await tx.sql`delete from citizen_session where until <= ${moment}`;
}

export async function deleteEverySession(tx: Tx): Promise<void> {
  await tx.sql`delete from citizen_session`;
}
