import type { FastifyRequest } from "fastify";
import { PUBLIC_API } from "../platform/http/contract/published.ts";
import type { App } from "../platform/http/server.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Membership } from "./actor.ts";
import { type OpenSession, openSession } from "./authenticate.ts";
import type { SessionDeps } from "./deps.ts";
import { operableOffice } from "./office-access.ts";

const sessions = new WeakMap<FastifyRequest, OpenSession>();

/**
 * Everything below /api, but what is public there, is the staff's: the caller is known, and works in the office that the address names, before
 * anything else of the request is looked at. No route can forget it.
 * @throws Refusal 401 `not-signed-in`, 404 `office-not-found`
 */
export function signedInFirst(app: App, deps: SessionDeps): void {
  app.addHook("onRequest", async (request) => {
    const url = request.routeOptions.url ?? "";
    if (!url.startsWith("/api/") || url.startsWith(PUBLIC_API)) return;
    const session = await openSession(deps, request).catch((error) => {
      if (error instanceof Refusal && error.status === 401) app.rememberCaller(request, null);
      throw error;
    });
    const { employeeId: employee, memberships } = session.actor;
    app.rememberCaller(request, { employee, party: partyOf(memberships) });
    sessions.set(request, session);
    const { office } = request.params as { readonly office?: string };
    if (office !== undefined) operableOffice(session.actor, office);
  });
}

/** The session that let the request in; undefined while nobody is known to ask. */
export const optionalSession = (request: FastifyRequest): OpenSession | undefined => sessions.get(request);

/** The same where nobody else gets in. */
export function sessionOf(request: FastifyRequest): OpenSession {
  const session = optionalSession(request);
  if (!session) throw new Error("A route for staff lies outside /api.");
  return session;
}

/** The staff of the same offices share what one party may take. */
const partyOf = (memberships: readonly Membership[]): string =>
  memberships.map(({ code }) => code).join(" ") || "ministry";
