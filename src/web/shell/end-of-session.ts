import type { Day } from "../../appointments/contract.ts";
import type { Me } from "../../identity/contract.ts";

const WARNED_MINUTES = 5;

/** Within five minutes of its end: how many are left, and whether going on can still prevent it. By the server's clock. */
export function endOfSession(
  { idleUntil, until }: Me["session"],
  now: Day["now"],
): { minutes: number; isFinal: boolean } | null {
  const at = Temporal.PlainDateTime.from(`${now.date}T${now.time}`).toZonedDateTime("Europe/Athens").toInstant();
  const minutesTo = (end: string) => Math.max(0, Math.floor(at.until(Temporal.Instant.from(end)).total("minutes")));
  const final = minutesTo(until);
  const minutes = Math.min(final, minutesTo(idleUntil));
  return minutes > WARNED_MINUTES ? null : { minutes, isFinal: final === minutes };
}
