import { createHash, randomBytes } from "node:crypto";

/** Keys that exist nowhere but with whom they were given to: only their hashes are stored. */

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

const TOKEN = /^[\w-]{43}$/;

/** What is stored of a token; null for what can't be one of ours. */
export const hashOfToken = (token: string | undefined): Buffer | null =>
  token !== undefined && TOKEN.test(token) ? createHash("sha256").update(token).digest() : null;
