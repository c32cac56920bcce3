/** ES256 by Web Crypto, which the platform itself does not use: the two must agree by the standard, not by their code. */

const ES256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export interface SigningKeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

export const newKeyPair = (): Promise<SigningKeyPair> => crypto.subtle.generateKey(ES256, true, ["sign", "verify"]);

export const publicJwk = async ({ publicKey }: SigningKeyPair) => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  return { kty, crv, x, y };
};

/** Of any text, as a JWS has it */
export const signature = async (key: CryptoKey, text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.sign(ES256, key, Buffer.from(text))).toString("base64url");

export async function signJwt(key: CryptoKey, header: object, payload: object): Promise<string> {
  const text = `${encoded({ alg: "ES256", ...header })}.${encoded(payload)}`;
  return `${text}.${await signature(key, text)}`;
}

export async function isJwtSignedBy(key: CryptoKey, jwt: string): Promise<boolean> {
  const dot = jwt.lastIndexOf(".");
  const bytes = Buffer.from(jwt.slice(dot + 1), "base64url");
  return crypto.subtle.verify(ES256, key, bytes, Buffer.from(jwt.slice(0, dot)));
}

export const sha256 = async (text: string | Uint8Array<ArrayBuffer>): Promise<Buffer> =>
  Buffer.from(await crypto.subtle.digest("SHA-256", typeof text === "string" ? Buffer.from(text) : text));

export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export const decoded = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? "", "base64url").toString());

/** As JWTs count */
export const inSeconds = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);
