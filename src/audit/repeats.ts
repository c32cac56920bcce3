import { createHash } from "node:crypto";
import { createCache } from "../platform/cache.ts";
import type { Clock } from "../platform/time.ts";

/** Of what is recorded once in a while, however often it happens: what the cache loses is only recorded twice. */
export interface Repeats {
  has(text: string): boolean;
  add(text: string): void;
}

const MOST = 50_000;
const LONGEST = 60;

export function createRepeats(name: string, minutes: number, clock: Clock): Repeats {
  const cache = createCache<string, true>({
    name,
    max: MOST,
    ttlMs: minutes * 60_000,
    clock: () => clock().epochMilliseconds,
  });
  const keyOf = (text: string) => (text.length > LONGEST ? createHash("sha256").update(text).digest("base64") : text);
  return { has: (text) => cache.get(keyOf(text)) ?? false, add: (text) => void cache.set(keyOf(text), true) };
}
