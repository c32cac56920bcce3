import { Refusal } from "../../platform/refusal.ts";
import type { Attempt } from "../provider/provider.ts";

/** How a browser's way over the government's server is taken up again, whoever signs in there. */

/** The browser waits for two foreign servers in a row; together they get less than the request has, which says which failed. */
export const CALLBACK_MS = 4_400;
/** At once; of those who sign in at eight all over the country the government may be slow to tell. */
const MOST_ABROAD = 100;

/** @returns runs work; @throws Refusal 503 while so many are at it */
export function atMostAbroad() {
  let count = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (count >= MOST_ABROAD) throw new Refusal(503, "unavailable");
    count++;
    return work().finally(() => count--);
  };
}

/** The attempt that this answer is for. @throws Refusal 400 where it is another's, or an older one */
export function ownAttempt(attempt: Attempt | null, callback: URL): Attempt {
  const states = callback.searchParams.getAll("state");
  const isDenial = callback.searchParams.has("error") && states.length === 0;
  if (!attempt || (!isDenial && (states.length !== 1 || states[0] !== attempt.state)))
    throw new Refusal(400, "sign-in-expired");
  return attempt;
}

export function orLate<Result>(deadline: AbortSignal, work: Promise<Result>, late: Refusal): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<Result>();
  if (deadline.aborted) reject(late);
  const onAbort = () => reject(late);
  deadline.addEventListener("abort", onAbort);
  return Promise.race([work, promise]).finally(() => deadline.removeEventListener("abort", onAbort));
}
