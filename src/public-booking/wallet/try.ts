import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { JWK } from "jose";
import type { Attempt } from "../../identity/provider/provider.ts";
import { attemptCookie } from "../../identity/sign-in/cookies.ts";
import { newEncryptionKey } from "../../identity/wallet/response.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { hashOfToken } from "../../platform/token.ts";
import { type BrowsersTry, insertTry } from "./try-sql.ts";

/**
 * One try of a browser to be shown by a wallet who it is. The browser keeps two secrets: `state`, by which the wallet finds what
 * it is asked, and `verifier`, which nobody else has; the wallet's way back brings a third.
 */
export const walletAttempt = attemptCookie("__Host-wallet");

/** Whoever has to find their telephone first begins anew: names are stored no longer than this. */
export const TRY_MINUTES = 5;

/** Tries that began before are over. */
export const begunAfter = (now: Temporal.Instant): Temporal.Instant => now.subtract({ minutes: TRY_MINUTES });

/** Where the try of a browser is. */
export const browsersTry = ({ state, verifier }: Attempt, now: Temporal.Instant): BrowsersTry => ({
  idHash: hashOfToken(state) as Buffer,
  browserHash: hashOfToken(verifier) as Buffer,
  begunAfter: begunAfter(now),
});

/** With a key of its own, which only what the wallet is told opens. */
export async function beginTry(tx: Tx, clientId: string, attempt: Attempt, now: Temporal.Instant): Promise<void> {
  const { publicKey, privateKey } = await newEncryptionKey();
  const { idHash, browserHash } = browsersTry(attempt, now);
  const keys = { encryptionKey: publicKey, sealedKey: sealKey(attempt.state, privateKey) };
  await insertTry(tx, { idHash, browserHash, clientId, nonce: attempt.nonce, ...keys, begunAt: now });
}

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOfTry = (id: string): Buffer => Buffer.from(hkdfSync("sha256", id, "", "wallet try", 32));

/** Whoever reads the database alone opens no answer. */
export function sealKey(id: string, key: JWK): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOfTry(id), iv);
  return Buffer.concat([iv, cipher.update(JSON.stringify(key)), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error for what was sealed by another id */
export function openKey(id: string, sealed: Buffer): JWK {
  const decipher = createDecipheriv(CIPHER, keyOfTry(id), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  return JSON.parse(opened.toString("utf8")) as JWK;
}
