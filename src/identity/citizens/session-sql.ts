import type { Tx } from "../../platform/database/sql.ts";

/** SQL of citizens who are signed in. */

export interface CitizenSession {
  /** Of the tax number, hashed: by it their appointments are found */
  readonly mark: Buffer;
  readonly lastName: string;
  /** Empty: a company, by its own codes */
  readonly firstName: string;
  readonly until: Temporal.Instant;
}

export async function insertCitizenSession(
  tx: Tx,
  tokenHash: Buffer,
  { mark, lastName, firstName, until }: CitizenSession,
): Promise<void> {
  await tx.sql`
    insert into citizen_session (token_hash, mark, last_name, first_name, until)
    values (${tokenHash}, ${mark}, ${lastName}, ${firstName}, ${until})`;
}

/** With the links that pages made for it. */
export async function deleteCitizenSession(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const rows = await tx.sql`delete from citizen_session where token_hash = ${tokenHash} returning until`;
  return rows.length > 0;
}

export async function deleteSessionsOver(tx: Tx, moment: Temporal.Instant): Promise<void> {
  await tx.sql`delete from citizen_session where until <= ${moment}`;
}

export async function deleteEverySession(tx: Tx): Promise<void> {
  await tx.sql`delete from citizen_session`;
}
