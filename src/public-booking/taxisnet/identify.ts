import type { FastifyRequest } from "fastify";
import type { SignedInPerson, SignInProvider } from "../../identity/provider/provider.ts";
import { CALLBACK_MS, orLate, ownAttempt } from "../../identity/sign-in/abroad.ts";
import { attemptCookie } from "../../identity/sign-in/cookies.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TaxisnetIdentity } from "../form/identity.ts";

/** One try to be identified: of ten minutes, and of this browser alone. */
export const taxisnetAttempt = attemptCookie("__Host-taxisnet");

/** @throws Refusal `sign-in-expired`, `sign-in-denied`, `sign-in-failed` or `sign-in-unavailable` */
export async function identityIn(
  provider: SignInProvider,
  request: FastifyRequest,
  callback: URL,
): Promise<TaxisnetIdentity> {
  const attempt = ownAttempt(taxisnetAttempt.read(request), callback);
  const late = new Refusal(502, "sign-in-unavailable");
  return identityOf(await orLate(AbortSignal.timeout(CALLBACK_MS), provider.identify(callback, attempt), late));
}

/** Nothing else of what the government tells is kept. */
const identityOf = ({ afm, lastName, firstName }: SignedInPerson): TaxisnetIdentity => ({ afm, lastName, firstName });
