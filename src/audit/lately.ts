import { createHash } from "node:crypto";

/** Of what happened within a while; up to a bound: what is forgotten too early is only told twice. */
export interface ShortMemory {
  has(text: string, now: Temporal.Instant): boolean;
  remember(text: string, now: Temporal.Instant): void;
}

const MOST = 50_000;
const LONGEST = 60;

export function shortMemory(minutes: number): ShortMemory {
  const times = new Map<string, number>();
  const keyOf = (text: string) => (text.length > LONGEST ? createHash("sha256").update(text).digest("base64") : text);
  return {
    has: (text, now) => {
      const since = now.epochMilliseconds - (times.get(keyOf(text)) ?? Number.NEGATIVE_INFINITY);
      // A clock that went back remembers nothing.
      return since >= 0 && since < minutes * 60_000;
    },
    remember: (text, now) => {
      const key = keyOf(text);
      times.delete(key);
      if (times.size >= MOST) times.delete(times.keys().next().value as string);
      times.set(key, now.epochMilliseconds);
    },
  };
}
