/** Tokens signed by Web Crypto, also such as no library would sign. */

export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function signatureOf(text: string, key: CryptoKey, hash = "SHA-256"): Promise<string> {
  const method = { name: key.algorithm.name, hash, saltLength: 32 };
  return Buffer.from(await crypto.subtle.sign(method, key, Buffer.from(text))).toString("base64url");
}

export async function signedToken(header: object, payload: object, key: CryptoKey, hash?: string): Promise<string> {
  const text = `${encoded(header)}.${encoded(payload)}`;
  return `${text}.${await signatureOf(text, key, hash)}`;
}

/** With a change to its header or payload, and the signature of before. */
export function tamperedToken(token: string, part: 0 | 1, change: (content: object) => object): string {
  const parts = token.split(".");
  const content: object = JSON.parse(Buffer.from(parts[part] ?? "", "base64url").toString());
  parts[part] = encoded(change(content));
  return parts.join(".");
}

export const publicJwkOf = async ({ publicKey }: CryptoKeyPair) => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  return { kty, crv, x, y };
};

export const secondsOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000);
