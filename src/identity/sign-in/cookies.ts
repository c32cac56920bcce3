import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Attempt } from "../provider/provider.ts";

/** The prefix makes browsers insist: Secure, no Domain, and no other host can set it. */
const SESSION = "__Host-session";

const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;
/** A browser that has not come back by then begins its attempt anew. */
export const ATTEMPT_MINUTES = 10;

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

const random = z.string().regex(/^[\w-]{43}$/);
const storedAttempt = z.strictObject({ state: random, verifier: random, nonce: random, returnTo: z.string() });

/** One browser's attempt to sign in, kept with itself under a name. */
export const attemptCookie = (name: `__Host-${string}`) => ({
  set: (reply: FastifyReply, attempt: Attempt) =>
    reply.setCookie(name, Buffer.from(JSON.stringify(attempt)).toString("base64url"), {
      ...attributes,
      maxAge: ATTEMPT_MINUTES * 60,
    }),
  clear: (reply: FastifyReply) => reply.clearCookie(name, attributes),
  read(request: FastifyRequest): Attempt | null {
    try {
      return storedAttempt.parse(JSON.parse(Buffer.from(request.cookies[name] ?? "", "base64url").toString("utf8")));
    } catch {
      return null;
    }
  },
});

export const signInAttempt = attemptCookie("__Host-sign-in");
