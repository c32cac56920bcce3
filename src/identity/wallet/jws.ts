import { constants, type KeyObject, type SignKeyObjectInput, verify } from "node:crypto";
import { z } from "zod";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** A compact JSON Web Signature (RFC 7515, section 7.1), read and not yet believed. */
export interface Jws {
  readonly header: z.infer<typeof headerSchema>;
  readonly payload: JsonObject;
  readonly signedText: string;
  readonly signature: Buffer;
}

const headerSchema = z.looseObject({
  alg: z.string(),
  typ: z.string().optional(),
  x5c: z.array(z.string()).optional(),
  crit: z.array(z.string()).optional(),
});
const objectSchema = z.record(z.string(), z.unknown());

/**
 * @param critical headers that whoever calls heeds: any other that must be understood makes the token another's (section 4.1.11)
 * @throws WalletFault "malformed"
 */
export function readJws(compact: string, critical: readonly string[] = []): Jws {
  const [header = "", payload = "", signature = "", ...rest] = compact.split(".");
  faultUnless(rest.length === 0 && signature !== "", "malformed", "a token is not of three parts");
  const parsed = headerSchema.safeParse(jsonIn(header));
  faultUnless(parsed.success, "malformed", "a token's header");
  const isUnderstood = parsed.data.crit?.every((name) => critical.includes(name)) ?? true;
  faultUnless(isUnderstood, "malformed", "a token has a condition that is not known here");
  return {
    header: parsed.data,
    payload: objectIn(jsonIn(payload)),
    signedText: `${header}.${payload}`,
    signature: bytesIn(signature),
  };
}

/** Of base64url without padding. @throws WalletFault "malformed" */
export function jsonIn(encoded: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesIn(encoded)));
  } catch {
    throw new WalletFault("malformed", "a part of a token is not JSON");
  }
}

function bytesIn(encoded: string): Buffer {
  faultUnless(/^[\w-]+$/.test(encoded), "malformed", "a part of a token is not base64url");
  return Buffer.from(encoded, "base64url");
}

function objectIn(json: unknown): JsonObject {
  const parsed = objectSchema.safeParse(json);
  faultUnless(parsed.success, "malformed", "a token's payload is no object");
  return parsed.data;
}

interface JwsMethod {
  readonly hash: string;
  /** Of an elliptic key; null for one of RSA. */
  readonly curve: string | null;
  readonly options: Omit<SignKeyObjectInput, "key">;
}

const ELLIPTIC = { dsaEncoding: "ieee-p1363" } as const;
const RSA = { padding: constants.RSA_PKCS1_PADDING };
const RSA_PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

/** Of RFC 7518, section 3.1: each goes with one kind of key, so that no key is used for another's algorithm. */
const METHODS = {
  ES256: { hash: "sha256", curve: "prime256v1", options: ELLIPTIC },
  ES384: { hash: "sha384", curve: "secp384r1", options: ELLIPTIC },
  ES512: { hash: "sha512", curve: "secp521r1", options: ELLIPTIC },
  PS256: { hash: "sha256", curve: null, options: RSA_PSS },
  PS512: { hash: "sha512", curve: null, options: RSA_PSS },
  RS256: { hash: "sha256", curve: null, options: RSA },
  RS512: { hash: "sha512", curve: null, options: RSA },
} satisfies Record<string, JwsMethod>;

export type JwsAlgorithm = keyof typeof METHODS;

/** Whether the key made the signature by one of these algorithms: `none` and shared secrets are not among those known. */
export function isJwsSignedBy(jws: Jws, key: KeyObject, algorithms: readonly JwsAlgorithm[]): boolean {
  const algorithm = algorithms.find((name) => name === jws.header.alg);
  if (!algorithm) return false;
  const { hash, curve, options }: JwsMethod = METHODS[algorithm];
  const isFit = curve ? key.asymmetricKeyDetails?.namedCurve === curve : key.asymmetricKeyType === "rsa";
  return isFit && verify(hash, Buffer.from(jws.signedText), { key, ...options }, jws.signature);
}
