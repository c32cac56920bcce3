import { beginSession, SESSION_MINUTES } from "../../identity/citizens/session.ts";
import type { Attempt } from "../../identity/provider/provider.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { hashOfToken } from "../../platform/token.ts";
import { identityMark } from "../confirm/person-keys.ts";
import type { Exchange, IdentityProof } from "../fill/sign-in-steps.ts";
import { nextToken } from "../form/renewed-key.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { sessionHashIn, setSessionToken } from "../frame/session-cookie.ts";
import { sharedKey } from "../hoarding/installation-key.ts";
import { signedIn } from "./own-visits-sql.ts";

/** How a browser came back from where it is said who somebody is. */
export interface Return {
  /** By which it set out; null: it did not */
  readonly attempt: Attempt | null;
  /** Good for one sign-in */
  readonly code: string;
}

/** The same for the same browser and code, so that an answer that was lost can be given again; nobody else computes it. */
const sessionToken = async (db: Database, { attempt, code }: Return): Promise<string> =>
  nextToken(await sharedKey(db), `${attempt?.verifier} ${code}`, "session");

/**
 * Whoever it is said to be sees their own: of their number only its mark is stored.
 * @returns false where nothing that was said is the same next time: nobody is signed in then
 */
export async function signInCitizen(
  deps: Pick<PagesDeps, "db" | "clock">,
  { request, reply }: Exchange,
  by: Return,
  { identity, now, use = async () => true }: IdentityProof,
): Promise<boolean> {
  const { lastName, firstName, by: way = "taxisnet" } = identity;
  const mark = identityMark(identity);
  const token = await sessionToken(deps.db, by);
  const isBegun = await deps.db.write(OF_NATION, async (tx) => {
    const isFirst = await use(tx);
    if (!isFirst || !mark) return false;
    const person = { mark, way, lastName, firstName } as const;
    await beginSession(tx, hashOfToken(token) as Buffer, { ...person, former: sessionHashIn(request), now });
    return true;
  });
  if (isBegun) setSessionToken(reply, token);
  else if (mark) await repeatSignIn(deps, reply, by);
  return mark !== null;
}

/**
 * Brought back twice at once, or once more because the answer was lost: for a minute the browser has the same session.
 * @returns false: nobody was signed in so just now
 */
export async function repeatSignIn(
  { db, clock }: Pick<PagesDeps, "db" | "clock">,
  reply: Exchange["reply"],
  by: Return,
): Promise<boolean> {
  if (!by.attempt) return false;
  const token = await sessionToken(db, by);
  const lastsBeyond = clock().add({ minutes: SESSION_MINUTES - 1 });
  const isSignedIn = await signedIn(db.nation, hashOfToken(token) as Buffer, lastsBeyond);
  if (isSignedIn) setSessionToken(reply, token);
  return isSignedIn !== null;
}
