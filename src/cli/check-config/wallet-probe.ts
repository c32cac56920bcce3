import { type WalletSettings, walletOf } from "../../identity/wallet/configured.ts";
import { listBody } from "../../identity/wallet/fetch-lists.ts";
import { readTrustList } from "../../identity/wallet/trust-list.ts";
import { WalletFault } from "../../identity/wallet/wallet-fault.ts";
import type { Config } from "../../platform/config.ts";
import { systemClock } from "../../platform/time.ts";
import { fine, note, notReached, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

/** To ask for another certificate takes the registrar longer than a letter. */
const DAYS_AHEAD = 30;

/** The files by which wallets know us, and the list of those whom we believe; nothing where wallets are not offered. */
export async function probeWallet(config: Config): Promise<readonly ProbeResult[]> {
  const files: ProbeTarget = { probe: "wallet", setting: "WALLET_*" };
  try {
    const settings = walletOf(config);
    return settings ? [probeAccess(settings), await probeTrustList(settings)] : [];
  } catch (error) {
    return [wrong(files, "wallet-files", { reason: (error as Error).message })];
  }
}

function probeAccess({ access }: WalletSettings): ProbeResult {
  const target: ProbeTarget = { probe: "wallet", setting: "WALLET_ACCESS_CHAIN_FILE" };
  const days = Math.floor(systemClock().until(access.validUntil).total("hours") / 24);
  return days < DAYS_AHEAD ? note(target, "wallet-ends", { days }) : fine(target, "wallet-fine", { days });
}

async function probeTrustList({ trustList, signers }: WalletSettings): Promise<ProbeResult> {
  const target: ProbeTarget = { probe: "wallet", setting: "WALLET_TRUST_LIST_URL" };
  try {
    const body = await listBody(trustList.href);
    const { anchors } = readTrustList(body, { signers, now: systemClock() });
    return fine(target, "wallet-list-fine", { number: anchors.length });
  } catch (error) {
    return error instanceof WalletFault
      ? wrong(target, "wallet-list", { reason: error.message })
      : notReached(target, error);
  }
}
