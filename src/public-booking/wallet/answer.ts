import type { WalletSettings } from "../../identity/wallet/configured.ts";
import { openWalletResponse } from "../../identity/wallet/response.ts";
import { type Pid, verifyPid } from "../../identity/wallet/verify-pid.ts";
import type { Wallet } from "../../identity/wallet/wallet.ts";
import { WalletFault } from "../../identity/wallet/wallet-fault.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { numberMark } from "../confirm/person-keys.ts";
import { begunAfter, openKey } from "./try.ts";
import { noteTryOutcome, type TryOutcome, type WaitingTry, type WalletPerson, waitingTry } from "./try-sql.ts";

/** What a wallet sends: an answer, or why it has none (OpenID4VP 1.0, sections 8.2 and 8.5). */
export interface SentAnswer {
  readonly response?: string | undefined;
  readonly error?: string | undefined;
}

interface Answering {
  readonly db: Database;
  readonly wallet: Wallet;
  readonly id: string;
  readonly now: Temporal.Instant;
}

export interface AnswerReceipt {
  /** With which the wallet brings the browser back */
  readonly code: string;
  readonly outcome: TryOutcome["outcome"];
  /** Why nobody was shown; null: somebody was */
  readonly reason: string | null;
}

/** Takes the answer to a try, once for all: what it shows lies there until its browser comes back for it. Null: there is none. */
export async function takeAnswer({ db, wallet, id, now }: Answering, sent: SentAnswer): Promise<AnswerReceipt | null> {
  const idHash = hashOfToken(id);
  const waiting = idHash && (await waitingTry(db.nation, idHash, begunAfter(now)));
  if (!waiting) return null;
  const given = await outcomeOf({ wallet, id, now }, waiting, sent);
  const code = newToken();
  const answer = { idHash, codeHash: hashOfToken(code) as Buffer, begunAfter: begunAfter(now) };
  const isFirst = await db.write(OF_NATION, (tx) => noteTryOutcome(tx, given, answer));
  return isFirst ? { code, outcome: given.outcome, reason: given.outcome === "shown" ? null : given.reason } : null;
}

async function outcomeOf(
  { wallet, id, now }: Omit<Answering, "db">,
  waiting: WaitingTry,
  { response, error }: SentAnswer,
): Promise<TryOutcome> {
  if (error !== undefined) return DECLINED;
  try {
    const presentation = await openWalletResponse(response ?? "", openKey(id, waiting.sealedKey));
    const { nonce, clientId } = waiting;
    const anchors = await wallet.lists.anchors(now);
    const pid = await verifyPid(presentation, { nonce, clientId, types: wallet.settings.types, anchors, now });
    if (pid.status) await wallet.lists.want(pid.status, now);
    return { outcome: "shown", person: personOf(pid, wallet.settings) };
  } catch (fault) {
    if (!(fault instanceof WalletFault)) throw fault;
    return fault.reason === "declined" ? DECLINED : { outcome: "failed", reason: fault.reason };
  }
}

const DECLINED: TryOutcome = { outcome: "refused", reason: "declined" };

/** Nothing else of what was shown is stored; of a number only its mark, and nothing of one that was not asked for. */
const personOf = (
  { lastName, firstName, number, country, status }: Pid,
  { asksNumber }: WalletSettings,
): WalletPerson => ({
  by: "wallet",
  lastName,
  firstName,
  country,
  mark: number === null || !asksNumber ? null : numberMark(country, number).toString("base64url"),
  status,
});
