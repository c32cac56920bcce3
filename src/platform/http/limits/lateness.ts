/** How late the process comes to what it has to do: others have the processor, or more is asked of it than it can do. */
export interface Lateness {
  /** In milliseconds, on the average of the last second or so: what somebody waits who comes at any moment */
  now(): number;
  stop(): void;
}

const TICK_MS = 50;
/** What is longer ago counts less and less. */
const MEMORY_MS = 1_000;

/** @param clock in milliseconds */
export function watchLateness(clock: () => number = () => performance.now()): Lateness {
  let last = clock();
  let average = 0;
  const timer = setInterval(() => {
    const passed = clock() - last;
    last += passed;
    average += (Math.max(0, passed - TICK_MS) - average) * Math.min(1, passed / MEMORY_MS);
  }, TICK_MS).unref();
  return { now: () => average, stop: () => clearInterval(timer) };
}
