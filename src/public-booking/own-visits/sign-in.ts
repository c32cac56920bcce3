import { beginSession } from "../../identity/citizens/session.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { identityMark } from "../confirm/person-keys.ts";
import type { Exchange, IdentityProof } from "../fill/sign-in-steps.ts";
import { sessionHashIn, setSessionToken } from "../frame/session-cookie.ts";

/**
 * Whoever it is said to be sees their own: of their number only its mark is stored.
 * @returns false where nothing that was said is the same next time: nobody is signed in then
 */
export async function signInCitizen(
  db: Database,
  { request, reply }: Exchange,
  { identity, now, use = async () => true }: IdentityProof,
): Promise<boolean> {
  const { lastName, firstName, by: way = "taxisnet" } = identity;
  const mark = identityMark(identity);
  const token = await db.write(OF_NATION, async (tx) => {
    const isFirst = await use(tx);
    return isFirst && mark
      ? beginSession(tx, { mark, way, lastName, firstName, former: sessionHashIn(request), now })
      : null;
  });
  if (token !== null) setSessionToken(reply, token);
  return mark !== null;
}
