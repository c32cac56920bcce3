import { setTimeout as sleep } from "node:timers/promises";
import { domainOf } from "../platform/text/email.ts";

export interface Pace {
  /** Resolves when a message may leave for this address. */
  turn(address: string): Promise<void>;
}

/** At most so many messages a second to one domain, of this process: who is faster is soon taken for a nuisance there. */
export function paceOf(perSecond: number, now: () => number = () => performance.now()): Pace {
  const gap = 1_000 / perSecond;
  const next = new Map<string, number>();
  return {
    turn: async (address) => {
      const domain = domainOf(address);
      const at = Math.max(now(), next.get(domain) ?? 0);
      next.set(domain, at + gap);
      const wait = at - now();
      if (wait > 0) await sleep(wait);
      if (next.size > MOST_DOMAINS) forgetPast(next, now());
    },
  };
}

const MOST_DOMAINS = 10_000;

function forgetPast(next: Map<string, number>, now: number): void {
  for (const [domain, at] of next) if (at < now) next.delete(domain);
}
