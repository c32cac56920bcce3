import type { FastifyRequest } from "fastify";
import type { App } from "../platform/http/server.ts";
import { offsetText } from "../platform/time.ts";
import { type Me, meResponse } from "./contract.ts";
import type { IdentityDeps, SignInDeps } from "./deps.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { sessionOf, signedInFirst } from "./signed-in-first.ts";
import { problems } from "./staff-routes.ts";

export async function identityRoutes(app: App, deps: SignInDeps): Promise<void> {
  signedInFirst(app, deps);
  const schema = { response: { 200: meResponse, ...problems } };
  app.get("/api/me", { schema }, async (request) => me(deps, request));
  await app.register(async (pages) => signInRoutes(pages as App, deps));
}

function me(deps: IdentityDeps, request: FastifyRequest): Me {
  const { actor, idleUntil, until } = sessionOf(request);
  return {
    employee: { id: actor.employeeId, lastName: actor.lastName, firstName: actor.firstName, ministry: actor.ministry },
    offices: actor.memberships.map(({ code, name, roles }) => ({ code, name, roles: [...roles] })),
    session: { now: offsetText(deps.clock()), idleUntil: offsetText(idleUntil), until: offsetText(until) },
    trial: deps.trial ?? false,
  };
}
