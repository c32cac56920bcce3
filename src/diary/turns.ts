import { Refusal } from "../platform/refusal.ts";

/** A clerk who corrects a row asks again at once. */
const MOST_WAITING = 3;

/**
 * A long diary keeps the process busy for a second or two: an employee has one read at a time, so that nobody takes
 * what others need. A few more wait for their turn.
 * @throws Refusal 429 beyond these
 */
export function turns(): <T>(employee: number, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<number, { last: Promise<unknown>; length: number }>();
  return async (employee, work) => {
    const line = lines.get(employee) ?? { last: Promise.resolve(), length: 0 };
    if (line.length > MOST_WAITING) throw new Refusal(429, "rate-limited", { values: { seconds: 2 } });
    line.length += 1;
    lines.set(employee, line);
    const own = line.last.then(work);
    // Whatever becomes of it, the next one has its turn.
    line.last = own.catch(() => {});
    try {
      return await own;
    } finally {
      line.length -= 1;
      if (line.length === 0) lines.delete(employee);
    }
  };
}
