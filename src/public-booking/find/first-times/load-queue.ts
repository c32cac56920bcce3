import { withoutDeadline } from "../../../platform/deadline.ts";

/** Something that is read once, for whoever asks meanwhile. */
export interface Load<Value> {
  readonly isBegun: boolean;
  readonly answer: Promise<Value>;
  /** It is nobody's own: whoever began it may give up while others still wait. */
  begin(): Promise<Value>;
}

export function createLoad<Value>(read: () => Promise<Value>): Load<Value> {
  const { promise: answer, resolve } = Promise.withResolvers<Value>();
  // It may fail when nobody waits any more.
  answer.catch(() => {});
  let isBegun = false;
  return {
    answer,
    get isBegun() {
      return isBegun;
    },
    begin: () => {
      if (!isBegun) resolve(withoutDeadline(read));
      isBegun = true;
      return answer;
    },
  };
}

/** Beyond so many nothing is read ahead; whoever asks next asks for it again. */
const MOST_WAITING = 10_000;

export interface LoadQueue {
  /** @param turn loads of one name wait in their order, and the names take turns */
  add(turn: string, load: Load<unknown>): void;
}

/** What a thousand offices need, a few at a time, so that everybody else still finds a connection. */
export function createLoadQueue(atOnce: number): LoadQueue {
  const turns = new Map<string, Load<unknown>[]>();
  const waiting = new Set<Load<unknown>>();
  let working = 0;

  function next(): Load<unknown> | undefined {
    const [first] = turns;
    if (!first) return undefined;
    const [turn, loads] = first;
    const load = loads.shift() as Load<unknown>;
    turns.delete(turn);
    if (loads.length > 0) turns.set(turn, loads);
    waiting.delete(load);
    return load;
  }

  async function work(): Promise<void> {
    working++;
    for (let load = next(); load; load = next()) await load.begin().catch(() => {});
    working--;
  }

  return {
    add: (turn, load) => {
      if (load.isBegun || waiting.has(load) || waiting.size >= MOST_WAITING) return;
      waiting.add(load);
      const loads = turns.get(turn);
      if (loads) loads.push(load);
      else turns.set(turn, [load]);
      if (working < atOnce) void work();
    },
  };
}
