import { setTimeout as sleep } from "node:timers/promises";
import type { EmbeddedServer } from "./embedded.ts";

const RETRY_MS = 1_000;

export interface Watcher {
  /** It runs again, maybe on another port */
  onReturn(server: EmbeddedServer): void;
  onError(error: Error): void;
}

/** Starts the server again whenever it dies under us: nobody else on this machine would. */
export function keepRunning(first: EmbeddedServer, { onReturn, onError }: Watcher): () => Promise<void> {
  let isOver = false;
  let current = Promise.resolve(first);
  void watch();
  return stop;

  async function watch(): Promise<void> {
    for (;;) {
      const server = await current;
      await server.lost;
      if (isOver) return;
      current = restarted(server);
    }
  }

  async function restarted(dead: EmbeddedServer): Promise<EmbeddedServer> {
    while (!isOver) {
      try {
        const server = await dead.restart();
        onReturn(server);
        return server;
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)));
        await sleep(RETRY_MS);
      }
    }
    return dead;
  }

  async function stop(): Promise<void> {
    isOver = true;
    await (await current).stop();
  }
}
