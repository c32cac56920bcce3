import { setTimeout as sleep } from "node:timers/promises";

/** What /readyz of each process says, several times a second. */
export interface ReadyWatch {
  /** How often it was said in a time (ms of performance.now()) that the process is ready, and how often that it is not */
  saidIn(from: number, to: number): { readonly ready: number; readonly notReady: number };
  stop(): Promise<void>;
}

const EVERY_MS = 250;

export function watchReady(urls: readonly string[]): ReadyWatch {
  const looks: { readonly at: number; readonly isReady: boolean }[] = [];
  let isOver = false;
  const watch = async (url: string) => {
    while (!isOver) {
      const at = performance.now();
      const reply = await fetch(`${url}/readyz`).catch(() => null);
      looks.push({ at, isReady: reply?.status === 200 });
      await sleep(EVERY_MS);
    }
  };
  const running = Promise.all(urls.map(watch));
  return {
    saidIn: (from, to) => {
      const then = looks.filter(({ at }) => at > from && at < to);
      const ready = then.filter(({ isReady }) => isReady).length;
      return { ready, notReady: then.length - ready };
    },
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}
