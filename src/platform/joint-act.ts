import { AsyncLocalStorage } from "node:async_hooks";
import { inTime, timeLeft, withoutDeadline } from "./deadline.ts";

/** So many wait for one commit at most. */
const MOST = 20;

interface JointAct<Act, Result> {
  alone(act: Act): Promise<Result>;
  /** Each is done or refused by itself. Where it throws, none of them was done. */
  together(acts: readonly Act[]): Promise<readonly PromiseSettledResult<Result>[]>;
  /** Two of one name are the same act, sent twice: the second waits until the first is over. */
  nameOf(act: Act): string;
}

interface Waiting<Act, Result> {
  readonly act: Act;
  readonly answer: PromiseWithResolvers<Result>;
  /** With the time that its own request has */
  readonly inRequest: <T>(work: () => T) => T;
}

/**
 * Acts that would wait for each other anyway: the first is done at once, and those that come meanwhile go together behind it. What
 * can't be done together is done one by one, as if nobody had tried.
 */
export function actJointly<Key, Act, Result>(how: JointAct<Act, Result>): (key: Key, act: Act) => Promise<Result> {
  const lines = new Map<Key, Waiting<Act, Result>[]>();

  function goOn(key: Key): void {
    const line = (lines.get(key) ?? []).filter(({ inRequest }) => inRequest(timeLeft) > 0);
    const next = beginning(line, how.nameOf);
    if (next.length === 0) lines.delete(key);
    else {
      lines.set(
        key,
        line.filter((one) => !next.includes(one)),
      );
      void settle(next, how).then(() => goOn(key));
    }
  }

  return (key, act) => {
    const line = lines.get(key);
    if (line) {
      const answer = Promise.withResolvers<Result>();
      line.push({ act, answer, inRequest: AsyncLocalStorage.snapshot() });
      return inTime(answer.promise);
    }
    lines.set(key, []);
    return how.alone(act).finally(() => goOn(key));
  };
}

/** Whoever came first, and no two of one name. */
function beginning<Act, Result>(
  line: readonly Waiting<Act, Result>[],
  nameOf: (act: Act) => string,
): Waiting<Act, Result>[] {
  const byName = new Map<string, Waiting<Act, Result>>();
  for (const one of line) if (!byName.has(nameOf(one.act))) byName.set(nameOf(one.act), one);
  return [...byName.values()].slice(0, MOST);
}

async function settle<Act, Result>(line: readonly Waiting<Act, Result>[], how: JointAct<Act, Result>): Promise<void> {
  const results = line.length > 1 ? await triedTogether(line, how) : null;
  await Promise.all(
    line.map(({ act, answer, inRequest }, index) => {
      const result = results?.[index];
      if (!result) return inRequest(() => how.alone(act)).then(answer.resolve, answer.reject);
      return result.status === "fulfilled" ? answer.resolve(result.value) : answer.reject(result.reason);
    }),
  );
}

/** Null: not one of them is done. */
const triedTogether = <Act, Result>(line: readonly Waiting<Act, Result>[], { together }: JointAct<Act, Result>) =>
  withoutDeadline(() => together(line.map(({ act }) => act))).catch(() => null);
