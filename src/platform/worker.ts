import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";

export interface Worker {
  /** There is something to do; while it is at work, it looks once more when it has ended. */
  wake(): void;
  /** Resolves when what it is at has ended. */
  stop(): Promise<void>;
}

export interface Work {
  /** @returns false when something is left that could not be done now */
  act(signal: AbortSignal): Promise<boolean>;
  /** How long it rests unless it is woken */
  readonly everyMs: number;
  /** Until what was left, or failed, is tried again */
  readonly againMs: number;
  /** What is not so because it failed; for the log */
  readonly failure: string;
}

/** Works beside the requests: at once, whenever it is woken, and now and then. Any number of processes may do so. */
export function startWorker(log: Logger, { act, everyMs, againMs, failure }: Work): Worker {
  const end = new AbortController();
  let alarm = new AbortController();
  const work = async () => {
    while (!end.signal.aborted) {
      alarm = new AbortController();
      const isDone = await act(end.signal).catch((error) => {
        log.warn({ err: error }, failure);
        return false;
      });
      const signal = AbortSignal.any([end.signal, alarm.signal]);
      await sleep(isDone ? everyMs : againMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = work();
  return {
    wake: () => alarm.abort(),
    stop: () => {
      end.abort();
      return running;
    },
  };
}
