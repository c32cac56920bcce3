import { createHash, randomBytes } from "node:crypto";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { type Issuer, makeIssuer, NOW, newKeys } from "./certificates.ts";
import { encoded, publicJwkOf, secondsOf, signatureOf, signedToken } from "./tokens.ts";

export const TYPE = "urn:eudi:pid:1";
export const NONCE = "a-nonce-of-this-request";
export const CLIENT_ID = "x509_hash:of-our-certificate";

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** A credential as its holder has it, with every claim apart. */
export interface HeldPid {
  readonly issuer: Issuer;
  readonly holder: CryptoKeyPair;
  /** `<token>~<disclosure>~…~` */
  readonly sdJwt: string;
}

export const PERSON = { family_name: "Ξενικάκη", given_name: "Ζωή", personal_administrative_number: "ΧΨΩ123456783" };

export interface PidOrder {
  readonly issuer?: Issuer;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** By another library than the one that reads it. */
export async function issuePid(order: PidOrder = {}): Promise<HeldPid> {
  const issuer = order.issuer ?? (await makeIssuer());
  const holder = await newKeys();
  const claims: Readonly<Record<string, unknown>> = order.claims ?? PERSON;
  const library = new SDJwtVcInstance({
    hashAlg: "sha-256",
    hasher: (data) =>
      createHash("sha256")
        .update(typeof data === "string" ? data : new Uint8Array(data))
        .digest(),
    saltGenerator: (length) => randomBytes(length).toString("base64url"),
    signAlg: "ES256",
    signer: (text) => signatureOf(text, issuer.signer.keys.privateKey),
  });
  const sdJwt = await library.issue(
    {
      vct: TYPE,
      iat: secondsOf(NOW) - 3600,
      exp: secondsOf(NOW) + 90 * 86_400,
      cnf: { jwk: await publicJwkOf(holder) },
      status: { status_list: { uri: "https://status.example/1", idx: 7 } },
      ...claims,
      ...order.payload,
    },
    { _sd: Object.keys(claims) as never[], _sd_decoy: 2 },
    { header: { x5c: [...issuer.x5c] } },
  );
  return { issuer, holder, sdJwt };
}

export interface Showing {
  /** Names of the claims that are shown. */
  readonly names?: readonly string[];
  readonly header?: object;
  readonly binding?: object;
  readonly key?: CryptoKey;
}

/** What the wallet sends: of the claims those that it shows, bound to the request. */
export async function present(held: HeldPid, showing: Showing = {}): Promise<string> {
  const names = showing.names ?? ["family_name", "given_name"];
  const [token = "", ...disclosures] = held.sdJwt.split("~").filter((part) => part !== "");
  const shown = disclosures.filter((disclosure) => names.includes(nameIn(disclosure)));
  return bind([token, ...shown], held.holder.privateKey, showing);
}

export async function bind(parts: readonly string[], key: CryptoKey, showing: Showing = {}): Promise<string> {
  const before = `${parts.join("~")}~`;
  const payload = { nonce: NONCE, aud: CLIENT_ID, iat: secondsOf(NOW), sd_hash: digestOf(before), ...showing.binding };
  const header = { alg: "ES256", typ: "kb+jwt", ...showing.header };
  return before + (await signedToken(header, payload, showing.key ?? key));
}

/** A claim that is disclosed, with its digest. */
export function disclose(...parts: readonly unknown[]): { disclosure: string; digest: string } {
  const disclosure = encoded(["salt", ...parts]);
  return { disclosure, digest: digestOf(disclosure) };
}

const nameIn = (disclosure: string): string => String(JSON.parse(Buffer.from(disclosure, "base64url").toString())[1]);
