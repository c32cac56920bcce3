import type { Me } from "../../identity/contract.ts";

const WARNED_MINUTES = 5;

/** Until it ends if nothing is done, at the moment when the server said so. */
export function millisecondsLeft({ now, idleUntil, until }: Me["session"]): number {
  const at = Temporal.Instant.from(now);
  return Math.min(...[idleUntil, until].map((end) => at.until(Temporal.Instant.from(end)).total("milliseconds")));
}

export interface SessionEnding {
  readonly minutes: number;
  readonly isFinal: boolean;
}

/** Within five minutes of its end: how many are left, and whether going on can still prevent it. By the server's clock. */
export function endOfSession({ now, idleUntil, until }: Me["session"]): SessionEnding | null {
  const at = Temporal.Instant.from(now);
  const minutesTo = (end: string) => Math.max(0, Math.floor(at.until(Temporal.Instant.from(end)).total("minutes")));
  const final = minutesTo(until);
  const minutes = Math.min(final, minutesTo(idleUntil));
  return minutes > WARNED_MINUTES ? null : { minutes, isFinal: final === minutes };
}
