import type { FastifyReply, FastifyRequest } from "fastify";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { FormRow } from "../form/form-sql.ts";
import type { Identity } from "../form/identity.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, setToken, tokenIn } from "../frame/requests.ts";
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

/** Into the form of this browser. @returns false: it has none */
export async function putIdentity(
  db: Database,
  { request, reply }: Exchange,
  { use = async () => true, ...proof }: IdentityProof,
): Promise<boolean> {
  // Whoever left the other's page open at this browser may know the key that was good until now.
  const step = {
    name: "identity" as const,
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
