import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Keys that sign the ends of the chains: the first signs, the others still prove what they have signed (AUDIT_KEY). */
export type AuditKeys = readonly [string, ...string[]];

/** From AUDIT_KEY: one or more, with commas between. */
export const keysIn = (text: string): AuditKeys => text.split(",").map((key) => key.trim()) as [string, ...string[]];

/** What a key is called where it must not be said. */
export const keyName = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 12);

export const signatureOf = (document: string, key: string): string =>
  createHmac("sha256", key).update(document).digest("hex");

export function isSignedBy(document: string, signature: string, key: string): boolean {
  const [given, right] = [signature, signatureOf(document, key)].map((text) => Buffer.from(text, "utf8"));
  return given?.length === right?.length && timingSafeEqual(given as Buffer, right as Buffer);
}
