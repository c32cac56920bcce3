import type { Database } from "../../platform/database/transaction.ts";

/** For so long all who ask the same are told the same. */
const RECENT_MS = 1_000;
/** Of these the oldest makes room. */
const MOST = 500;

interface Recent<Answer> {
  readonly at: number;
  readonly answer: Promise<Answer>;
}

/**
 * Answers as they were at most a second ago, of each database: in a rush they are read once a second, not once for each who
 * asks.
 */
export function recently<Answer>() {
  const recentOf = new WeakMap<Database, Map<string, Recent<Answer>>>();
  return (db: Database, key: string, read: () => Promise<Answer>): Promise<Answer> => {
    const recent = recentOf.get(db) ?? new Map<string, Recent<Answer>>();
    recentOf.set(db, recent);
    const known = recent.get(key);
    // Who read it first may have been refused for having no time left: that is nobody else's answer.
    if (known && performance.now() - known.at < RECENT_MS) return known.answer.catch(read);
    const answer = read();
    recent.delete(key);
    recent.set(key, { at: performance.now(), answer });
    answer.catch(() => recent.delete(key));
    const [oldest] = recent.keys();
    if (recent.size > MOST && oldest !== undefined) recent.delete(oldest);
    return answer;
  };
}
