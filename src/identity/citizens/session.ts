import type { Tx } from "../../platform/database/sql.ts";
import {
  type CitizenSession,
  deleteCitizenSession,
  deleteEverySession,
  deleteSessionsOver,
  insertCitizenSession,
  type SignInWay,
} from "./session-sql.ts";

export type { SignInWay } from "./session-sql.ts";

/** A citizen who is signed in to see their own appointments: for a short while, and with a key that only the browser has. */

/** However much is done meanwhile: a library's browser is not left open by it. */
export const SESSION_MINUTES = 30;

/**
 * Whoever was signed in at the same browser is so no more.
 * @param tokenHash of the token, which is stored nowhere
 * @param former of the browser's session until now; null: it has none
 */
export async function beginSession(
  tx: Tx,
  tokenHash: Buffer,
  {
    former,
    now,
    ...person
  }: Omit<CitizenSession, "until"> & { readonly former: Buffer | null; readonly now: Temporal.Instant },
): Promise<void> {
  if (former) await deleteCitizenSession(tx, former);
  await insertCitizenSession(tx, tokenHash, { ...person, until: now.add({ minutes: SESSION_MINUTES }) });
}

/** What pages gave to its browser leads nowhere any more. @returns how they had signed in; null: nobody had */
export const endSession = (tx: Tx, tokenHash: Buffer): Promise<SignInWay | null> => deleteCitizenSession(tx, tokenHash);

/** With data of an earlier moment nobody goes on where they were. */
export const endEveryCitizensSession = (tx: Tx): Promise<void> => deleteEverySession(tx);

export const forgetSessionsOver = (tx: Tx, now: Temporal.Instant): Promise<void> => deleteSessionsOver(tx, now);
