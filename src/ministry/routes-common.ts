import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../identity/actor.ts";
import { type MinistryStaff, ministryStaff } from "../identity/ministry-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import { problemResponse } from "../platform/http/problem.ts";
import type { Clock } from "../platform/time.ts";

export interface MinistryDeps {
  readonly db: Database;
  readonly clock: Clock;
  authenticate(request: FastifyRequest): Promise<Actor>;
}

export const problems = { "4xx": problemResponse, "5xx": problemResponse };
export const keyed = z.looseObject({
  "idempotency-key": z.string().optional().describe("The same for every repetition. Without it: 428"),
});
export const seen = z.looseObject({
  "if-match": z.string().optional().describe('The version seen, such as "7". Without it: 428'),
});

/** What people of the ministry ask: to look, to do, and to do once however often it is asked. */
export function ruling({ db, clock, authenticate }: MinistryDeps) {
  type Look<T> = (tx: Read, ministry: MinistryStaff, now: Temporal.Instant) => Promise<T>;
  type Act<T> = (tx: Tx, ministry: MinistryStaff, now: Temporal.Instant) => Promise<T>;
  const staffOf = async (request: FastifyRequest) => ministryStaff(await authenticate(request));
  return {
    look: async <T>(request: FastifyRequest, look: Look<T>): Promise<T> => {
      const ministry = await staffOf(request);
      return db.read({}, (tx) => look(tx, ministry, clock()));
    },
    act: async <T>(request: FastifyRequest, act: Act<T>): Promise<T> => {
      const ministry = await staffOf(request);
      return db.write({}, (tx) => act(tx, ministry, clock()));
    },
    once: async <T>(request: FastifyRequest, reply: FastifyReply, route: string, act: Act<T>): Promise<T> => {
      const ministry = await staffOf(request);
      const now = clock();
      const scope = idempotencyScopeOf(request, route, null, ministry.employeeId);
      const answer = await db.write({}, (tx) => onceOnly(tx, scope, 201, now, () => act(tx, ministry, now)));
      return sendOnce(reply, answer);
    },
  };
}
