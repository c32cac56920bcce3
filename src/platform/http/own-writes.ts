import { randomBytes } from "node:crypto";
import { hasSession } from "./limits/callers.ts";
import { SAFE_METHODS } from "./same-origin.ts";
import type { App } from "./server.ts";

/**
 * Whoever wrote through another process sees it at once, though the notice of it may still be on its way to this one: a
 * cookie says which process it was, for as long as a notice may take.
 */
const COOKIE = "__Host-written-by";
/** A notice takes a second at most */
const SECONDS = 2;

declare module "fastify" {
  interface FastifyRequest {
    /** What this process caches may be from before an act of the caller's own */
    hasWrittenElsewhere: boolean;
  }
}

export function followOwnWrites(app: App): void {
  const process = randomBytes(9).toString("base64url");
  app.decorateRequest("hasWrittenElsewhere", false);
  app.addHook("onRequest", async (request) => {
    const writer = request.cookies[COOKIE];
    request.hasWrittenElsewhere = writer !== undefined && writer !== process;
  });
  app.addHook("onSend", async (request, reply) => {
    if (SAFE_METHODS.has(request.method) || reply.statusCode >= 400 || !hasSession(request)) return;
    reply.setCookie(COOKIE, process, { path: "/", secure: true, httpOnly: true, sameSite: "lax", maxAge: SECONDS });
  });
}
