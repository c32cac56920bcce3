import type { Read, Tx } from "../../platform/database/sql.ts";

/** SQL of forms that may go on at another device. */

/** @param formHash of the key under which it lies */
export async function insertMove(
  tx: Tx,
  { tokenHash, formHash }: { readonly tokenHash: Buffer; readonly formHash: Buffer },
  until: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    insert into form_move (token_hash, form_hash, until) values (${tokenHash}, ${formHash}, ${until})
    on conflict (token_hash) do update set until = excluded.until`;
}

/** The key under which the form lies that moves by this one; null: none does, or none any more. */
export async function formHashOfMove(tx: Read, tokenHash: Buffer, now: Temporal.Instant): Promise<Buffer | null> {
  const [row] = await tx.sql<{ formHash: Buffer }>`
    select form_hash as "formHash" from form_move where token_hash = ${tokenHash} and until > ${now}`;
  return row?.formHash ?? null;
}

/** The same, once: of two that press at once, one has it. */
export async function deleteMove(tx: Tx, tokenHash: Buffer, now: Temporal.Instant): Promise<Buffer | null> {
  const [row] = await tx.sql<{ formHash: Buffer }>`
    delete from form_move where token_hash = ${tokenHash} and until > ${now} returning form_hash as "formHash"`;
  return row?.formHash ?? null;
}

export async function deleteMovesOver(tx: Tx, moment: Temporal.Instant): Promise<void> {
  await tx.sql`delete from form_move where until <= ${moment}`;
}
