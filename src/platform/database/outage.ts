import type { Logger } from "pino";
import { isOutOfReach } from "./unavailable.ts";

const LOOK_MS = 5_000;
/** So often it is said that it still lasts, with how much has failed */
const TELL_MS = 5 * 60_000;

/** While the database is out of reach, or the machine too busy for it, all that works beside the requests fails at once. */
export interface OutageWatch {
  /** Whether a failure is of that kind: then the log has heard of it, once for all of them. */
  covers(error: unknown, failure: string | undefined): boolean;
  /** @param ask the database anything: when it answers and nothing has failed since the look before, all is well again */
  watch(log: Logger, ask: () => Promise<unknown>): void;
  stop(): void;
}

export function createOutage(lookMs = LOOK_MS, tellMs = TELL_MS): OutageWatch {
  let watched: { readonly log: Logger; ask(): Promise<unknown> } | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  /** @param said when something of it was said last */
  const look = async (since: number, before: number, said: number) => {
    const answers = await watched?.ask().then(
      () => true,
      () => false,
    );
    if (!watched) return;
    const now = performance.now();
    const seconds = Math.round((now - since) / 1_000);
    if (!answers || failures > before) {
      const isTold = now - said >= tellMs;
      if (isTold) watched.log.warn({ seconds, failures }, "the database still does not answer in time");
      timer = setTimeout(look, lookMs, since, failures, isTold ? now : said).unref();
      return;
    }
    watched.log.warn({ seconds, failures }, "the database answers in time again; all is well");
    failures = 0;
  };

  return {
    covers: (error, failure) => {
      if (!watched || !isOutOfReach(error)) return false;
      failures++;
      if (failures > 1) return true;
      const reason = error instanceof Error ? error.message : String(error);
      watched.log.warn({ reason, failure }, "the database does not answer in time; what waits for it is tried again");
      const now = performance.now();
      timer = setTimeout(look, lookMs, now, failures, now).unref();
      return true;
    },
    watch: (log, ask) => {
      watched = { log, ask };
    },
    stop: () => {
      watched = null;
      clearTimeout(timer);
    },
  };
}
