import type { FastifyRequest } from "fastify";
import { problemResponse } from "../platform/http/problem.ts";
import type { App } from "../platform/http/server.ts";
import { offsetText } from "../platform/time.ts";
import { openSession } from "./authenticate.ts";
import { type Me, meResponse } from "./contract.ts";
import type { IdentityDeps } from "./deps.ts";
import { signInRoutes } from "./sign-in-routes.ts";

export async function identityRoutes(app: App, deps: IdentityDeps): Promise<void> {
  const schema = { response: { 200: meResponse, "4xx": problemResponse, "5xx": problemResponse } };
  app.get("/api/me", { schema }, (request) => me(deps, request));
  await app.register(async (pages) => signInRoutes(pages as App, deps));
}

async function me(deps: IdentityDeps, request: FastifyRequest): Promise<Me> {
  const { actor, idleUntil, until } = await openSession(deps, request);
  return {
    employee: { id: actor.employeeId, lastName: actor.lastName, firstName: actor.firstName, ministry: actor.ministry },
    offices: actor.memberships.map(({ code, name, roles }) => ({ code, name, roles: [...roles] })),
    session: { now: offsetText(deps.clock()), idleUntil: offsetText(idleUntil), until: offsetText(until) },
    trial: deps.trial ?? false,
  };
}
