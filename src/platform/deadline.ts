import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "./refusal.ts";

/**
 * Until when a request must be answered. All that it waits for one after the other, connections, locks and statements,
 * shares this time; so it goes with the request itself and not through every signature (docs/decisions/0011).
 */
export interface Deadline {
  /** On the clock of performance.now() */
  endsAt: number;
  /** Since then its time stands still, for only the sender of its body is waited for; null: it goes on */
  stoodSince?: number | null;
}

const deadlines = new AsyncLocalStorage<Deadline>();

export const before = <T>(deadline: Deadline, work: () => T): T => deadlines.run(deadline, work);

/** Work that a request begins and does not wait for has all the time it needs. */
export const withoutDeadline = <T>(work: () => T): T => deadlines.exit(work);

/** In milliseconds; without end where no request waits. */
export function timeLeft(): number {
  const deadline = deadlines.getStore();
  return deadline ? deadline.endsAt - (deadline.stoodSince ?? performance.now()) : Number.POSITIVE_INFINITY;
}

/** For what others wait for too, each for as long as they have. @throws Refusal 503 when there is no time left */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  const left = timeLeft();
  if (left === Number.POSITIVE_INFINITY) return work;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Refusal(503, "unavailable")), Math.max(0, left));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** @throws Refusal 503 when there is none left */
export function requireTime(): void {
  if (timeLeft() <= 0) throw new Refusal(503, "unavailable");
}
