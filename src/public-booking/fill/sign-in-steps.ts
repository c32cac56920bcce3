import type { FastifyReply, FastifyRequest } from "fastify";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Attempt } from "../../identity/provider/provider.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { FormRow } from "../form/form-sql.ts";
import type { Identity } from "../form/identity.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { openForm } from "../form/open-form.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { goesOn } from "../hold/hold.ts";
import { showForm } from "./show-form.ts";

/** How a form sets out to somebody who says who fills it in, and comes back: by whatever way, under a new key each time. */

/** @param setOut gives the address where that is said */
export async function beginSignIn(
  deps: PagesDeps,
  { request, reply }: Exchange,
  setOut: () => Promise<string>,
): Promise<FastifyReply> {
  const { db, clock, reader } = deps;
  const now = clock();
  // Whoever had this browser before may know its key: what is said of the next person is stored under another one.
  const begun = await changeUnderNewKey(
    db,
    { token: tokenIn(request), now },
    {
      name: "sign-in",
      work: async (_tx, _office, form) => goesOn(form, now),
      isStep: (isOpen) => isOpen,
      isTaken: ({ identity }) => identity === null,
    },
  );
  if (!begun?.token) return showForm(deps, request, reply, () => goOn(reply, reader.path(ADDRESS.who)));
  setToken(reply, begun.token);
  return goOn(reply, await setOut());
}

/** With the browser of whoever fills in a form, or signs in. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Who somebody is, by another's word. */
export interface IdentityProof {
  readonly identity: Identity;
  readonly now: Temporal.Instant;
  /** Uses it up, in the transaction that stores who it is; false: it was used already */
  use?(tx: Tx): Promise<boolean>;
}

/**
 * Into the form of this browser.
 * @param secret of the browser's attempt
 * @returns false: it has none
 */
export async function putIdentity(
  db: Database,
  { request, reply }: Exchange,
  secret: string,
  { use = async () => true, ...proof }: IdentityProof,
): Promise<boolean> {
  // Whoever left the other's page open at this browser may know the key that was good until now.
  const step = {
    name: "identity" as const,
    secret,
    work: async (tx: Tx, office: CitizensOffice, form: FormRow) => {
      const isFirst = await use(tx);
      if (isFirst) await keepIdentity(tx, office, form, proof);
      return isFirst;
    },
    isStep: (isFirst: boolean) => isFirst,
    isTaken: () => false,
  };
  const stored = await changeUnderNewKey(db, { token: tokenIn(request), now: proof.now }, step);
  if (stored?.token) setToken(reply, stored.token);
  return stored !== null;
}

/**
 * The answer with the new key was lost on its way, and the browser asks once more: for a minute it is given that key again.
 * @param attempt by which it was identified: whoever knew its key before does not have that. Null: it has none
 * @returns false: it has a form, or was not identified just now, or by another attempt
 */
export async function repeatIdentity(
  { db, clock }: Pick<PagesDeps, "db" | "clock">,
  { request, reply }: Exchange,
  attempt: Attempt | null,
): Promise<boolean> {
  const now = clock();
  if (!attempt || (await openForm(db, tokenHashIn(request), now))) return false;
  const step = {
    name: "identity" as const,
    secret: attempt.verifier,
    work: async (_tx: Tx, _office: CitizensOffice, form: FormRow) => form.identity !== null,
    isStep: (isIdentified: boolean) => isIdentified,
    isTaken: ({ identity }: FormRow) => identity !== null,
  };
  const again = await changeUnderNewKey(db, { token: tokenIn(request), now }, step);
  if (again?.token) setToken(reply, again.token);
  return again?.result === true;
}
