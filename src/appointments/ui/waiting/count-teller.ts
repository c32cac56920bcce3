const APART_MS = 60_000;
/** What else is said later is not said together with it. */
const STAYS_MS = 5_000;

/** Says to whoever does not see it how many wait. */
export interface CountTeller {
  set(count: number): void;
  stop(): void;
}

/**
 * Politely: at most once a minute, and not what was said or was there when the page came.
 * @param tell puts it where a screen reader listens; null: takes it away again
 */
export function createCountTeller(tell: (count: number | null) => void): CountTeller {
  let current: number | null = null;
  let last: number | null = null;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let stays: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    quiet = undefined;
    if (current === last) return;
    last = current;
    tell(current);
    stays = setTimeout(tell, STAYS_MS, null);
    quiet = setTimeout(say, APART_MS);
  };
  return {
    set: (count) => {
      last ??= count;
      current = count;
      if (quiet === undefined) say();
    },
    stop: () => {
      clearTimeout(quiet);
      clearTimeout(stays);
      tell(null);
    },
  };
}
