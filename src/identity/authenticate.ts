import type { FastifyRequest } from "fastify";
import { BACKGROUND_HEADER } from "../platform/background.ts";
import { OF_NATION } from "../platform/database/sql.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Actor } from "./actor.ts";
import type { SessionDeps } from "./deps.ts";
import { refreshIfDue } from "./directory/refresh-rights.ts";
import { isSeenDue, sessionEnds, sessionKeyOf } from "./sessions.ts";
import { sessionTokenIn } from "./sign-in/cookies.ts";
import { type SessionRow, seeSession } from "./sql.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Asked by a page itself, however long nobody has sat before it */
    readonly isBackground?: boolean;
  }
}

export interface OpenSession {
  readonly actor: Actor;
  readonly idleUntil: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** The employee who asks, with rights not older than five minutes. @throws Refusal 401 `not-signed-in` */
export async function authenticate(deps: SessionDeps, request: FastifyRequest): Promise<Actor> {
  return (await openSession(deps, request)).actor;
}

export async function openSession(deps: SessionDeps, request: FastifyRequest): Promise<OpenSession> {
  const now = deps.clock();
  const key = sessionKeyOf(sessionTokenIn(request));
  if (!key) throw new Refusal(401, "not-signed-in");
  const find = () => deps.sessions.find(key, now, request.hasWrittenElsewhere);
  const found = await find();
  const row = (await refreshIfDue(deps, found, request.ip)) ? await find() : found;
  const isActivity = request.headers[BACKGROUND_HEADER] === undefined && !request.routeOptions.config.isBackground;
  if (isActivity && isSeenDue(row, now)) {
    await deps.db.write(OF_NATION, (tx) => seeSession(tx, key, now));
    deps.sessions.renew(key);
  }
  return { actor: actorOf(row), ...sessionEnds(row, isActivity ? now : row.last_seen_at) };
}

const actorOf = (row: SessionRow): Actor => ({
  employeeId: row.id,
  lastName: row.last_name,
  firstName: row.first_name,
  ministry: row.is_ministry,
  memberships: row.memberships,
});
