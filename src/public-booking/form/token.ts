import { createHash, randomBytes } from "node:crypto";

/** 256 random bits that exist nowhere but in the browser. */
export const newToken = (): string => randomBytes(32).toString("base64url");

const TOKEN = /^[\w-]{43}$/;

/** What is stored of a token; null for what can't be one of ours. */
export const hashOfToken = (token: string | undefined): Buffer | null =>
  token !== undefined && TOKEN.test(token) ? createHash("sha256").update(token).digest() : null;

/**
 * What our own pages write into their forms: another site's page does not know it. For browsers that do not say from
 * where a form was sent, such as text browsers.
 */
export const formMark = (tokenHash: Buffer): string =>
  createHash("sha256").update("form ").update(tokenHash).digest("base64url").slice(0, 22);
