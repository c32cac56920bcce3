import "reflect-metadata";
import { Openid4vpClient } from "@openid4vc/openid4vp";
import { setGlobalConfig } from "@openid4vc/utils";
import { X509Certificate } from "@peculiar/x509";
import { CompactEncrypt, type CompactJWEHeaderParameters, importJWK, type JWK } from "jose";
import { isJwtSignedBy, sha256 } from "./issue/signing.ts";

// A trial serves on this machine, without TLS.
setGlobalConfig({ allowInsecureUrls: true });

type Callbacks = ConstructorParameters<typeof Openid4vpClient>[0]["callbacks"];

const REFUSED = { verified: false } as const;

const callbacks: Callbacks = {
  hash: (data) => sha256(new Uint8Array(data)),
  verifyJwt: async (signer, { compact, header }) => {
    const [leaf] = signer.method === "x5c" ? signer.x5c : [];
    if (!leaf || header.alg !== "ES256") return REFUSED;
    const key = await new X509Certificate(leaf).publicKey.export();
    if (!(await isJwtSignedBy(key, compact))) return REFUSED;
    const { kty = "", crv, x, y } = await crypto.subtle.exportKey("jwk", key);
    return { verified: true, signerJwk: { kty, crv, x, y } };
  },
  encryptJwe: async ({ publicJwk, alg, enc, apu, apv }, text) => {
    const header = { alg, enc, kid: publicJwk.kid };
    return { encryptionJwk: publicJwk, jwe: await encrypt(text, publicJwk as JWK, header, { apu, apv }) };
  },
  // Nobody is known here by a domain: `x509_hash` alone counts.
  getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
  decryptJwe: () => ({ decrypted: false }),
  signJwt: () => {
    throw new Error("A wallet signs no answer: it encrypts it (HAIP 1.0, 5).");
  },
};

/** A library of wallets, which knows nothing of the platform */
export const protocol = new Openid4vpClient({ callbacks });

export async function encrypt(
  text: string,
  jwk: JWK,
  header: CompactJWEHeaderParameters,
  { apu, apv }: { readonly apu?: string; readonly apv?: string } = {},
): Promise<string> {
  const bytes = (part: string | undefined) => (part === undefined ? undefined : Buffer.from(part, "base64url"));
  return new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader(header)
    .setKeyManagementParameters({ apu: bytes(apu), apv: bytes(apv) })
    .encrypt(await importJWK(jwk, header.alg));
}
