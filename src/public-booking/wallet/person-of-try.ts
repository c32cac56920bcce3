import type { Attempt } from "../../identity/provider/provider.ts";
import type { Wallet } from "../../identity/wallet/wallet.ts";
import { WalletFault } from "../../identity/wallet/wallet-fault.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken } from "../../platform/token.ts";
import { browsersTry } from "./try.ts";
import { deleteTryOfCode, outcomeOfCode, type WalletPerson } from "./try-sql.ts";
import { type WalletNote, walletNoteOf } from "./wallet-note.ts";

interface Taking {
  readonly db: Database;
  readonly wallet: Wallet;
  readonly now: Temporal.Instant;
}

/** Whom a wallet showed to the very browser that had asked, valid by now. */
export interface PersonOfTry {
  readonly person: WalletPerson;
  /** By which it is taken, once */
  readonly codeHash: Buffer;
  /** Of the browser's attempt */
  readonly secret: string;
}

/**
 * Who was shown, or why nobody. What came to another browser than had asked is forgotten: whoever sent its owner the link would
 * book in their name (HAIP 1.0, section 5.1).
 * @param attempt of the browser; null: it has none
 */
export async function personOfTry(
  { db, wallet, now }: Taking,
  attempt: Attempt | null,
  code: string,
): Promise<PersonOfTry | WalletNote> {
  const codeHash = hashOfToken(code);
  if (!codeHash) return "over";
  const forget = () => db.write(OF_NATION, (tx) => deleteTryOfCode(tx, codeHash));
  const own = attempt && browsersTry(attempt, now);
  const found = own && (await outcomeOfCode(db.nation, own, codeHash));
  if (!found || !attempt) {
    const browser = await forget();
    if (!browser || own?.browserHash.equals(browser)) return "over";
    return own ? "other-try" : "elsewhere";
  }
  const reason = found.outcome === "shown" ? await invalidity(wallet, found.person, now) : found.reason;
  if (found.outcome === "shown" && reason === null) return { person: found.person, codeHash, secret: attempt.verifier };
  // The list may be here in a moment: the same answer is looked at again.
  if (found.outcome === "shown" && reason === "not-now") return "soon";
  await forget();
  return walletNoteOf(reason);
}

/** Why it is not taken; null: it is. */
async function invalidity(
  wallet: Wallet,
  { status, country }: WalletPerson,
  now: Temporal.Instant,
): Promise<string | null> {
  try {
    if (status) await wallet.lists.requireValid({ ...status, country }, now);
    return null;
  } catch (fault) {
    if (fault instanceof WalletFault) return fault.reason;
    throw fault;
  }
}
