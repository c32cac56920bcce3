import { calculateJwkThumbprint, compactDecrypt, exportJWK, generateKeyPair, type JWK } from "jose";
import { z } from "zod";
import { CONTENT_ENCRYPTIONS, PID_QUERY } from "./request.ts";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

export interface EncryptionKey {
  readonly publicKey: JWK;
  readonly privateKey: JWK;
}

/** For one request alone: of ECDH-ES over P-256 (HAIP 1.0, section 5). */
export async function newEncryptionKey(): Promise<EncryptionKey> {
  const pair = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicKey);
  return { publicKey: { ...publicKey, kid }, privateKey: { ...(await exportJWK(pair.privateKey)), kid } };
}

/** In characters: a portrait that nobody asked for has no room in it. */
const LONGEST_RESPONSE = 65_536;

const responseSchema = z.object({ vp_token: z.strictObject({ [PID_QUERY]: z.tuple([z.string()]) }) });
const errorSchema = z.object({ error: z.string() });

/**
 * The one presentation in a wallet's answer (`direct_post.jwt`, OpenID4VP 1.0, section 8.3.1).
 * @throws WalletFault also for a presentation that was not asked for
 */
export async function openWalletResponse(jwe: string, privateKey: JWK): Promise<string> {
  faultUnless(jwe.length <= LONGEST_RESPONSE, "malformed", "the answer is too long");
  faultUnless(jwe.split(".").length === 5, "not-encrypted", "the answer is no encrypted token");
  const response = await decrypted(jwe, privateKey);
  faultUnless(!errorSchema.safeParse(response).success, "declined", "the wallet sent an error");
  const parsed = responseSchema.safeParse(response);
  faultUnless(parsed.success, "malformed", "the answer is not the one presentation that was asked for");
  return parsed.data.vp_token[PID_QUERY][0];
}

/** Nothing is inflated: a few compressed bytes could fill the memory. */
async function decrypted(jwe: string, privateKey: JWK): Promise<unknown> {
  try {
    const { plaintext } = await compactDecrypt(jwe, privateKey, {
      keyManagementAlgorithms: ["ECDH-ES"],
      contentEncryptionAlgorithms: CONTENT_ENCRYPTIONS,
      maxDecompressedLength: 0,
    });
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext));
  } catch {
    throw new WalletFault("malformed", "the answer can't be decrypted");
  }
}
