import type { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Config } from "../../platform/config.ts";
import { certificatesIn, readWalletAccess, type WalletAccess } from "./access.ts";

/** With which citizens are asked by their wallets who they are, and whom those are believed. */
export interface WalletSettings {
  readonly access: WalletAccess;
  /** What opens a wallet: a scheme, or in a trial an address */
  readonly scheme: string;
  /** Types of identity that are taken (`vct`) */
  readonly types: readonly string[];
  readonly asksNumber: boolean;
  readonly trustList: URL;
  readonly signers: readonly X509Certificate[];
  /** From which lists of what is revoked are fetched: `host` or `host:port` */
  readonly statusHosts: ReadonlySet<string>;
}

/** Null: wallets are not offered. @throws Error that says what is wrong with which file */
export function walletOf(config: Config): WalletSettings | null {
  const { WALLET_ACCESS_KEY_FILE: key, WALLET_ACCESS_CHAIN_FILE: chain, WALLET_TRUST_LIST_URL: trustList } = config;
  const { WALLET_TRUST_LIST_SIGNERS_FILE: signers, WALLET_REGISTRATION_FILE: registration } = config;
  if (!key || !chain || !trustList || !signers) return null;
  return {
    access: readWalletAccess({
      key: textOf("WALLET_ACCESS_KEY_FILE", key),
      chain: textOf("WALLET_ACCESS_CHAIN_FILE", chain),
      registration: registration ? textOf("WALLET_REGISTRATION_FILE", registration) : null,
    }),
    scheme: config.WALLET_SCHEME,
    types: listOf(config.WALLET_PID_TYPES),
    asksNumber: config.WALLET_ASKS_NUMBER,
    trustList: new URL(trustList),
    signers: certificatesIn(textOf("WALLET_TRUST_LIST_SIGNERS_FILE", signers)),
    statusHosts: new Set(listOf(config.WALLET_STATUS_HOSTS)),
  };
}

function textOf(setting: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`${setting} names a file that can't be read.`, { cause });
  }
}

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);
