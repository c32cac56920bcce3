import { Refusal } from "../../platform/refusal.ts";
import type { Browser } from "./asker.ts";
import { type Suspicious, workFor } from "./suspicion.ts";

/**
 * Nobody is turned away: where much is held already, or by one party, a browser works for a time first, or its person shows
 * who asks before it is held.
 * @throws Refusal 409 `hold-needs-email`, `hold-needs-work` with the keys to try
 */
export function requireMeans({ proof }: Browser, suspicious: Suspicious): void {
  if (suspicious.heldShare > 1) throw new Refusal(409, "hold-needs-email");
  const tries = workFor(suspicious);
  // Others may have made it more meanwhile: whoever has done what they were asked is not asked again.
  if (tries > 0 && (proof?.tries ?? 0) * 2 < tries) throw new Refusal(409, "hold-needs-work", { values: { tries } });
}

/** A refusal of the way in which the time would be held, not of the time. */
export const isMeansRefusal = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === "hold-needs-email" || error.code === "hold-needs-work");

/** The keys to try; 0: it would not help. */
export const triesIn = ({ details }: Refusal): number => Number(details.values?.tries ?? 0);
