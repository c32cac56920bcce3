import type { JWK } from "jose";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { WalletIdentity } from "../form/identity.ts";

/** SQL of tries to be shown by a wallet who somebody is. */

/** An answer that is not as it should be may be followed by another one, so often at most. */
const MOST_FAILURES = 3;

export interface NewTry {
  readonly idHash: Buffer;
  readonly browserHash: Buffer;
  readonly clientId: string;
  readonly nonce: string;
  /** The public half */
  readonly encryptionKey: JWK;
  readonly sealedKey: Buffer;
  readonly begunAt: Temporal.Instant;
}

/** Who was shown, until its browser takes it. */
export interface WalletPerson extends WalletIdentity {
  /** Where it is read whether what was shown is revoked; null: it is too short-lived for that */
  readonly status: { readonly uri: string; readonly index: number } | null;
}

export type TryOutcome =
  | { readonly outcome: "shown"; readonly person: WalletPerson }
  | { readonly outcome: "refused" | "failed"; readonly reason: string };

export async function insertTry(tx: Tx, row: NewTry): Promise<void> {
  await tx.sql`
    insert into wallet_try (id_hash, browser_hash, begun_at, client_id, nonce, encryption_key, sealed_key)
    values (${row.idHash}, ${row.browserHash}, ${row.begunAt}, ${row.clientId}, ${row.nonce},
      ${JSON.stringify(row.encryptionKey)}::jsonb, ${row.sealedKey})`;
}

export type WaitingTry = Pick<NewTry, "clientId" | "nonce" | "encryptionKey" | "sealedKey">;

/** That may still be answered; null: there is none, or none any more. */
export async function waitingTry(tx: Read, idHash: Buffer, begunAfter: Temporal.Instant): Promise<WaitingTry | null> {
  const [row] = await tx.sql<WaitingTry>`
    select client_id as "clientId", nonce, encryption_key as "encryptionKey", sealed_key as "sealedKey" from wallet_try
    where id_hash = ${idHash} and begun_at > ${begunAfter} and failures < ${MOST_FAILURES}
      and (outcome is null or outcome = 'failed')`;
  return row ?? null;
}

interface Answer {
  readonly idHash: Buffer;
  readonly codeHash: Buffer;
  readonly begunAfter: Temporal.Instant;
}

/** Once for all: of two answers at a time the second changes nothing. @returns whether it was the first */
export async function noteTryOutcome(
  tx: Tx,
  given: TryOutcome,
  { idHash, codeHash, begunAfter }: Answer,
): Promise<boolean> {
  const person = given.outcome === "shown" ? JSON.stringify(given.person) : null;
  const reason = given.outcome === "shown" ? null : given.reason;
  const rows = await tx.sql`
    update wallet_try set outcome = ${given.outcome}, reason = ${reason}, person = ${person}::jsonb, code_hash = ${codeHash},
      failures = failures + (${given.outcome} = 'failed')::integer
    where id_hash = ${idHash} and begun_at > ${begunAfter} and failures < ${MOST_FAILURES}
      and (outcome is null or outcome = 'failed')
    returning outcome`;
  return rows.length > 0;
}

/** Which try a browser began. */
export interface BrowsersTry {
  readonly idHash: Buffer;
  readonly browserHash: Buffer;
  readonly begunAfter: Temporal.Instant;
}

interface TryRow {
  readonly clientId: string;
  readonly begunAt: Temporal.Instant;
  readonly outcome: TryOutcome["outcome"] | null;
  readonly reason: string | null;
}

/** How far it is; null: it is over, or another browser's. */
export async function tryOfBrowser(tx: Read, { idHash, browserHash, begunAfter }: BrowsersTry): Promise<TryRow | null> {
  const [row] = await tx.sql<TryRow>`
    select client_id as "clientId", begun_at as "begunAt", outcome, reason from wallet_try
    where id_hash = ${idHash} and browser_hash = ${browserHash} and begun_at > ${begunAfter}`;
  return row ?? null;
}

/** What its wallet answered, where that wallet brought the very browser back. */
export async function outcomeOfCode(
  tx: Read,
  { idHash, browserHash, begunAfter }: BrowsersTry,
  codeHash: Buffer,
): Promise<TryOutcome | null> {
  const [row] = await tx.sql<TryOutcome>`
    select outcome, reason, person from wallet_try
    where id_hash = ${idHash} and browser_hash = ${browserHash} and code_hash = ${codeHash} and begun_at > ${begunAfter}`;
  return row ?? null;
}

/** With whoever was shown. @returns which browser had begun it; null: it is not there, of two presses at once one takes it */
export async function deleteTryOfCode(tx: Tx, codeHash: Buffer): Promise<Buffer | null> {
  const [row] = await tx.sql<{ browser: Buffer }>`
    delete from wallet_try where code_hash = ${codeHash} returning browser_hash as browser`;
  return row?.browser ?? null;
}

export async function deleteTriesBegunBefore(tx: Tx, moment: Temporal.Instant): Promise<void> {
  await tx.sql`delete from wallet_try where begun_at <= ${moment}`;
}
