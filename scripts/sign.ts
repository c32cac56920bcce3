import { createPrivateKey, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Signs each file by Ed25519 with the builder's own key; the signature, 64 bytes, lies beside it (`.sig`).
 * @param key a file in PEM, as of `openssl genpkey -algorithm ed25519`
 * @throws Error for a key that is none, before anything is written
 */
export function signFiles(key: string, files: readonly string[]): void {
  const own = createPrivateKey(readFileSync(key));
  if (own.asymmetricKeyType !== "ed25519")
    throw new Error(`SIGNING_KEY must be a key of Ed25519 (openssl genpkey -algorithm ed25519): ${key} is another.`);
  for (const file of files) writeFileSync(`${file}.sig`, sign(null, readFileSync(file), own));
}
