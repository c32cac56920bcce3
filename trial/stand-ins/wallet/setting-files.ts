import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inPem } from "./issue/authority.ts";
import type { Issuers } from "./issue/issuers.ts";
import { PID_TYPE } from "./issue/pid.ts";
import { registrationJwt } from "./issue/registration.ts";
import type { SigningKeyPair } from "./issue/signing.ts";

export type WalletSettingTexts = Readonly<
  Record<
    | "WALLET_ACCESS_KEY_FILE"
    | "WALLET_ACCESS_CHAIN_FILE"
    | "WALLET_REGISTRATION_FILE"
    | "WALLET_TRUST_LIST_URL"
    | "WALLET_TRUST_LIST_SIGNERS_FILE"
    | "WALLET_STATUS_HOSTS"
    | "WALLET_PID_TYPES"
    | "WALLET_SCHEME",
    string
  >
>;

interface SettingFiles {
  readonly settings: WalletSettingTexts;
  remove(): Promise<void>;
}

/** What an operator gets from the registrar and the lists' operator, as files in a folder of its own. */
export async function writeSettingFiles(
  issuers: Issuers,
  origin: string,
  now: Temporal.Instant,
): Promise<SettingFiles> {
  const folder = await mkdtemp(join(tmpdir(), "visits-wallet-"));
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const { access, lister } = issuers;
  const settings: WalletSettingTexts = {
    WALLET_ACCESS_KEY_FILE: await file("access-key.pem", await privatePem(access.signer)),
    WALLET_ACCESS_CHAIN_FILE: await file("access-chain.pem", inPem(access.chain)),
    WALLET_REGISTRATION_FILE: await file("registration.jwt", await registrationJwt(issuers, now)),
    WALLET_TRUST_LIST_URL: `${origin}/trust-list`,
    WALLET_TRUST_LIST_SIGNERS_FILE: await file("list-signers.pem", inPem(lister.chain.slice(0, 1))),
    WALLET_STATUS_HOSTS: new URL(origin).host,
    WALLET_PID_TYPES: PID_TYPE,
    WALLET_SCHEME: `${origin}/`,
  };
  return { settings, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function privatePem({ privateKey }: SigningKeyPair): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey("pkcs8", privateKey));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN PRIVATE KEY-----", ...lines, "-----END PRIVATE KEY-----", ""].join("\n");
}
