import { setTimeout as sleep } from "node:timers/promises";

/** What a process has to announce goes together: each transaction that notifies wakes every process that listens. */
const GATHER_MS = 20;

export interface Announcer {
  /** @param rows of announcement; @param texts that have none */
  announce(rows: readonly string[], texts: readonly string[]): void;
  /** Resolves when all is announced that was to be. */
  end(): Promise<void>;
}

/** @param send fails once its connection is lost: another one, or another process, finds the rows */
export function announcerOf(send: (rows: string[], texts: string[]) => Promise<unknown>): Announcer {
  let rows: string[] = [];
  let texts: string[] = [];
  let sending: Promise<void> | undefined;
  const sendAll = async () => {
    while (rows.length + texts.length > 0) {
      await sleep(GATHER_MS);
      const [theirRows, theirTexts] = [rows, texts];
      [rows, texts] = [[], []];
      await send(theirRows, theirTexts).catch(() => {});
    }
    sending = undefined;
  };
  return {
    announce: (moreRows, moreTexts) => {
      rows.push(...moreRows);
      texts.push(...moreTexts);
      sending ??= sendAll();
    },
    end: async () => sending,
  };
}
