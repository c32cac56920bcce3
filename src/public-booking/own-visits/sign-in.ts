import type { FastifyReply, FastifyRequest } from "fastify";
import { beginSession } from "../../identity/citizens/session.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { identityMark } from "../confirm/person-keys.ts";
import type { TaxisnetIdentity } from "../form/identity.ts";
import { sessionHashIn, setSessionToken } from "../frame/session-cookie.ts";

/** Whoever the government says it is sees their own: of the tax number only its mark is stored. */
export async function signInCitizen(
  db: Database,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  identity: TaxisnetIdentity,
  now: Temporal.Instant,
): Promise<void> {
  const { lastName, firstName } = identity;
  const person = { mark: identityMark(identity) as Buffer, lastName, firstName, former: sessionHashIn(request), now };
  setSessionToken(reply, await db.write(OF_NATION, (tx) => beginSession(tx, person)));
}
