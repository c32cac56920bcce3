import type { FastifyRequest } from "fastify";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { SignedInPerson, SignInProvider } from "../../identity/provider/provider.ts";
import { CALLBACK_MS, orLate, ownAttempt } from "../../identity/sign-in/abroad.ts";
import { attemptCookie } from "../../identity/sign-in/cookies.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { personKeys } from "../confirm/person-keys.ts";
import { type FormRow, type Identity, writeForm } from "../form/form-sql.ts";

/** One try to be identified: of ten minutes, and of this browser alone. */
export const taxisnetAttempt = attemptCookie("__Host-taxisnet");

/** @throws Refusal `sign-in-expired`, `sign-in-denied`, `sign-in-failed` or `sign-in-unavailable` */
export async function identityIn(provider: SignInProvider, request: FastifyRequest, callback: URL): Promise<Identity> {
  const attempt = ownAttempt(taxisnetAttempt.read(request), callback);
  const late = new Refusal(502, "sign-in-unavailable");
  return identityOf(await orLate(AbortSignal.timeout(CALLBACK_MS), provider.identify(callback, attempt), late));
}

/** Nothing else of what the government tells is kept. */
const identityOf = ({ afm, lastName, firstName }: SignedInPerson): Identity => ({ afm, lastName, firstName });

/** Who fills in a form, by the government's word; null: nobody says so any more. What was typed stays. */
export async function keepIdentity(
  tx: Tx,
  office: CitizensOffice,
  form: FormRow,
  { identity, now }: { readonly identity: Identity | null; readonly now: Temporal.Instant },
): Promise<void> {
  if (form.confirmed_at) return;
  const [person_key = null] = personKeys({ email: null, afm: identity?.afm ?? null, phone: null });
  await writeForm(tx, office.id, { ...form, identity, person_key, seen_at: now });
}
