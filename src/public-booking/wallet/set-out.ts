import { newAttempt } from "../../identity/sign-in/cookies.ts";
import type { Wallet } from "../../identity/wallet/wallet.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { Exchange } from "../fill/sign-in-steps.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { beginTry, TRY_MINUTES, walletAttempt } from "./try.ts";

/** A row and a key each, and it needs no form. Telephones share the address of their company by the hundred. */
const MOST_BY_ADDRESS = 300;

/**
 * @param back with the language, where the browser goes on once it was shown
 * @returns the address from which the wallet is opened
 * @throws Refusal 429
 */
export async function setOutToWallet(
  { db, clock, reader }: PagesDeps,
  { settings }: Wallet,
  { request, reply }: Exchange,
  back: string,
): Promise<string> {
  await limitTries({ db, clock }, { name: "tries of wallets", max: MOST_BY_ADDRESS, minutes: TRY_MINUTES })(request);
  const attempt = newAttempt(back);
  await db.write(OF_NATION, (tx) => beginTry(tx, settings.access.clientId, attempt, clock()));
  walletAttempt.set(reply, attempt);
  return reader.path(ADDRESS.walletOpen);
}
