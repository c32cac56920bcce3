import { setTimeout as sleep } from "node:timers/promises";
import type { Announced } from "../database/sql.ts";
import { announceLeft } from "./announce-left.ts";
import type { Announcer } from "./announcer.ts";
import { listen, type NoticeListener } from "./listen.ts";

/**
 * What all processes of one database tell each other, once it is committed (decision 0069): who commits hears it at once, the
 * others some milliseconds later (NOTIFY, from a connection of its own); and of a process that ended between the two, any
 * other announces it within a second.
 */

export interface Notices {
  /** What was committed: this process hears it before this returns. */
  announce(announced: Announced): void;
  /** What nothing is kept of, to whoever listens now */
  mention(notice: string): void;
  /** Listens, and announces what others did not come to; does nothing the second time. */
  start(listener: NoticeListener): void;
  /** Announces what is left. What is committed after it, it announces when it is stopped again. */
  stop(): Promise<void>;
}

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

/**
 * @param url where the server is by now: its own address, for a pooler listens for nobody
 * @param place where this process answers, for the operator
 */
export function noticesOf(url: () => Promise<string>, place?: string): Notices {
  const end = new AbortController();
  let listener: NoticeListener | undefined;
  let running: Promise<void> | undefined;
  let announcer: Announcer | null = null;
  let isBehind = false;

  /** It is committed, whatever becomes of hearing it. */
  const hear = (notice: string) => {
    try {
      listener?.onNotice(notice);
    } catch (error) {
      listener?.onError(error as Error);
    }
  };
  const keepListening = async (heard: NoticeListener) => {
    const onAnnouncer = (own: Announcer | null) => {
      announcer = own;
    };
    let wait = FIRST_RETRY_MS;
    while (!end.signal.aborted) {
      const wasHearing = await url().then(
        (here) => listen(here, { ...heard, onAnnouncer, place }, end.signal),
        (error) => {
          heard.onError(error);
          return false;
        },
      );
      wait = wasHearing ? FIRST_RETRY_MS : Math.min(wait * 2, LONGEST_RETRY_MS);
      await sleep(wait * (0.5 + Math.random()), undefined, { signal: end.signal }).catch(() => {});
    }
  };
  return {
    announce: ({ rows, notices }) => {
      if (notices.length === 0) return;
      notices.forEach(hear);
      if (announcer) announcer.announce(rows, []);
      else isBehind = true;
    },
    mention: (notice) => {
      hear(notice);
      announcer?.announce([], [notice]);
    },
    start: (by) => {
      if (running) return;
      listener = by;
      running = keepListening(by);
    },
    stop: async () => {
      end.abort();
      await running;
      listener = undefined;
      if (!isBehind) return;
      isBehind = false;
      await url()
        .then(announceLeft)
        .catch(() => {});
    },
  };
}
