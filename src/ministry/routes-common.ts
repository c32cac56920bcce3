import type { FastifyReply, FastifyRequest } from "fastify";
import { type MinistryStaff, ministryStaff, NATION, OF_MINISTRY } from "../identity/ministry-access.ts";
import type { StaffRouteDeps } from "../identity/staff-routes.ts";
import type { AcrossOffices, Tx } from "../platform/database/sql.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";

/** What people of the ministry ask: to look, to do, and to do once however often it is asked. */
export function rulingHandlers({ db, clock, authenticate }: StaffRouteDeps) {
  type Look<T> = (tx: AcrossOffices, ministry: MinistryStaff, now: Temporal.Instant) => Promise<T>;
  type Act<T> = (tx: AcrossOffices<Tx>, ministry: MinistryStaff, now: Temporal.Instant) => Promise<T>;
  interface SecretAct<T> {
    readonly act: Act<T>;
    /** What a repetition is answered: a secret is shown once, and stored nowhere */
    readonly withoutSecret: (answer: T) => T;
  }
  const staffOf = async (request: FastifyRequest) => ministryStaff(await authenticate(request));
  const onceInSecret = async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    route: string,
    { act, withoutSecret }: SecretAct<T>,
  ): Promise<T> => {
    const ministry = await staffOf(request);
    const now = clock();
    const scope = idempotencyScopeOf(request, route, NATION, ministry.employeeId);
    const answer = await db.write(OF_MINISTRY, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => act(tx, ministry, now), withoutSecret),
    );
    return sendOnce(reply, answer);
  };
  return {
    look: async <T>(request: FastifyRequest, look: Look<T>): Promise<T> => {
      const ministry = await staffOf(request);
      return db.read(OF_MINISTRY, (tx) => look(tx, ministry, clock()));
    },
    act: async <T>(request: FastifyRequest, act: Act<T>): Promise<T> => {
      const ministry = await staffOf(request);
      return db.write(OF_MINISTRY, (tx) => act(tx, ministry, clock()));
    },
    once: <T>(request: FastifyRequest, reply: FastifyReply, route: string, act: Act<T>): Promise<T> =>
      onceInSecret(request, reply, route, { act, withoutSecret: (answer) => answer }),
    onceInSecret,
  };
}
