import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";

/** For so long all who ask the same are told the same. */
const RECENT_MS = 1_000;
/** Of these the oldest makes room, unless more are wanted. */
const MOST = 500;
/** Whoever asks while it is being read on a busy server waits for that reading, and begins no other. */
const PATIENCE_MS = 3_000;
/** Asked for so often a second, the next reading serves many as well. */
const MANY = 10;

interface Recent<Answer> {
  readonly at: number;
  readonly answer: Promise<Answer>;
  /** Undefined: it is still being read */
  read?: Answer;
  asked: number;
}

/**
 * Answers as they were at most a second ago, of each database: in a rush they are read once a second, not once for each who
 * asks.
 */
export interface Recently<Answer> {
  of(db: Database, key: string, read: () => Promise<Answer>): Promise<Answer>;
  /** Whether whoever asks now is told what others are told, at no cost of their own. */
  isShared(db: Database, key: string): boolean;
}

interface Options<Answer> {
  /** Whether an older answer is known to be right still. @param since on the clock of performance.now(), before it was read */
  isStillSo?(answer: Answer, since: number): boolean;
  readonly most?: number;
}

/** Then it is everybody's answer. Who read first may also have been refused for having no time left, and that is nobody else's. */
const isOfWhatWasAsked = (error: unknown): boolean => error instanceof Refusal && error.status < 500;

export function recently<Answer extends object>({
  isStillSo = () => false,
  most = MOST,
}: Options<Answer> = {}): Recently<Answer> {
  const recentOf = new WeakMap<Database, Map<string, Recent<Answer>>>();
  const isFresh = ({ at, read }: Recent<Answer>) => {
    const age = performance.now() - at;
    return read ? age < RECENT_MS || isStillSo(read, at) : age < PATIENCE_MS;
  };
  const isOfMany = ({ at, asked }: Recent<Answer>) => asked >= MANY * Math.max(1, (performance.now() - at) / RECENT_MS);
  return {
    isShared: (db, key) => {
      const known = recentOf.get(db)?.get(key);
      return known !== undefined && (isFresh(known) || isOfMany(known));
    },
    of: (db, key, read) => {
      const recent = recentOf.get(db) ?? new Map<string, Recent<Answer>>();
      recentOf.set(db, recent);
      const known = recent.get(key);
      if (known && isFresh(known)) {
        known.asked += 1;
        return known.answer.catch((error) => {
          if (isOfWhatWasAsked(error)) throw error;
          return read();
        });
      }
      const at = performance.now();
      const answer = read();
      const begun: Recent<Answer> = { at, answer, asked: 1 };
      recent.delete(key);
      recent.set(key, begun);
      answer.then(
        (found) => {
          begun.read = found;
        },
        () => {
          if (recent.get(key) === begun) recent.delete(key);
        },
      );
      const [oldest] = recent.keys();
      if (recent.size > most && oldest !== undefined) recent.delete(oldest);
      return answer;
    },
  };
}
