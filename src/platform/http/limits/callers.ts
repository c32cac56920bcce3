import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { createCache } from "../../cache.ts";
import type { App } from "../server.ts";

/** A caller who had a session the last time: counted by it, and served before strangers. A cookie proves nothing yet. */
export interface Caller {
  readonly employee: number;
  readonly session: string;
  /** Those who share what one party may take of the server: an office's staff */
  readonly party: string;
}

declare module "fastify" {
  interface FastifyRequest {
    /** null: a stranger, or somebody whom this process does not know yet */
    caller: Caller | null;
  }
  interface FastifyInstance {
    /** The session that the request's cookie was found to be; null: none, or no more */
    rememberCaller(request: FastifyRequest, found: Omit<Caller, "session"> | null): void;
  }
}

/** More than are ever at work at the same time */
const MOST_KNOWN = 20_000;

export function knowCallers(app: App): void {
  const callers = createCache<string, Caller>({ name: "callers by session", max: MOST_KNOWN });
  app.decorateRequest("caller", null);
  app.decorate("rememberCaller", (request, found) => {
    const session = sessionIn(request);
    request.caller = found && { ...found, session };
    if (request.caller) callers.set(session, request.caller);
    else callers.delete(session);
  });
  app.addHook("onRequest", async (request) => {
    request.caller = (hasSession(request) && callers.get(sessionIn(request))) || null;
  });
}

/** Whether it brings one, good or not. */
export const hasSession = (request: FastifyRequest): boolean => tokenIn(request) !== undefined;

const tokenIn = ({ cookies }: FastifyRequest): string | undefined => cookies["__Host-session"];

/** Its hash, so that no dump of the memory has cookies. */
function sessionIn(request: FastifyRequest): string {
  const token = tokenIn(request);
  return token ? createHash("sha256").update(token).digest("base64") : "";
}
