import * as client from "openid-client";
import { Refusal } from "../../platform/refusal.ts";

/** Of each request to the sign-in server. */
export const PROVIDER_SECONDS = 4;

/**
 * A denial may come back without the state, so it is read before anything else; it changes nothing here.
 * @throws Refusal when the government's server sent an error instead of a code
 */
export function refuseErrorIn(callback: URL): void {
  const error = callback.searchParams.get("error");
  if (error === "access_denied") throw new Refusal(403, "sign-in-denied");
  if (error !== null) throw new Refusal(502, "sign-in-unavailable");
}

/** @returns the work's result; @throws Refusal for whatever goes wrong on the way, with the cause kept for the log */
export async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const isSpent = cause instanceof client.ResponseBodyError && cause.error === "invalid_grant";
    const refusal = isSpent ? new Refusal(400, "sign-in-failed") : new Refusal(502, "sign-in-unavailable");
    refusal.cause = cause;
    throw refusal;
  }
}
