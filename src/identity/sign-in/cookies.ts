import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Attempt } from "../provider/provider.ts";

/** The prefix makes browsers insist: Secure, no Domain, and no other host can set it. */
const SESSION = "__Host-session";
const SIGN_IN = "__Host-sign-in";

const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;
const SIGN_IN_SECONDS = 600;

export const sessionTokenIn = (request: FastifyRequest): string | undefined => request.cookies[SESSION];

export const setSessionCookie = (reply: FastifyReply, token: string) => reply.setCookie(SESSION, token, attributes);

export const clearSessionCookie = (reply: FastifyReply) => reply.clearCookie(SESSION, attributes);

export const newAttempt = (returnTo: string): Attempt => ({
  state: secret(),
  verifier: secret(),
  nonce: secret(),
  returnTo,
});

const secret = () => randomBytes(32).toString("base64url");

export const setSignInCookie = (reply: FastifyReply, attempt: Attempt) =>
  reply.setCookie(SIGN_IN, Buffer.from(JSON.stringify(attempt)).toString("base64url"), {
    ...attributes,
    maxAge: SIGN_IN_SECONDS,
  });

export const clearSignInCookie = (reply: FastifyReply) => reply.clearCookie(SIGN_IN, attributes);

const random = z.string().regex(/^[\w-]{43}$/);
const storedAttempt = z.strictObject({ state: random, verifier: random, nonce: random, returnTo: z.string() });

export function attemptIn(request: FastifyRequest): Attempt | null {
  try {
    return storedAttempt.parse(JSON.parse(Buffer.from(request.cookies[SIGN_IN] ?? "", "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
