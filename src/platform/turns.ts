import { Refusal } from "./refusal.ts";

/** Whoever corrects something asks again at once. */
const MOST_WAITING = 3;

/**
 * For what keeps the process busy for a second or more: of one key it is done one at a time, so that nobody takes what others
 * need. A few more wait for their turn.
 * @throws Refusal 429 beyond these
 */
export function turns<Key>(): <T>(key: Key, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<Key, { last: Promise<unknown>; length: number }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (line.length > MOST_WAITING) throw new Refusal(429, "rate-limited", { values: { seconds: 2 } });
    line.length += 1;
    lines.set(key, line);
    const own = line.last.then(work);
    // Whatever becomes of it, the next one has its turn.
    line.last = own.catch(() => {});
    try {
      return await own;
    } finally {
      line.length -= 1;
      if (line.length === 0) lines.delete(key);
    }
  };
}
