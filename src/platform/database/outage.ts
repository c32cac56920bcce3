import type { Logger } from "pino";
import { isOutOfReach } from "./unavailable.ts";

const LOOK_MS = 5_000;

/** While the database is out of reach, or the machine too busy for it, all that works beside the requests fails at once. */
export interface OutageWatch {
  /** Whether a failure is of that kind: then the log has heard of it, once for all of them. */
  covers(error: unknown, failure: string | undefined): boolean;
  /** @param ask the database anything: when it answers and nothing has failed since the look before, all is well again */
  watch(log: Logger, ask: () => Promise<unknown>): void;
  stop(): void;
}

export function createOutage(lookMs = LOOK_MS): OutageWatch {
  let watched: { readonly log: Logger; ask(): Promise<unknown> } | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const look = async (since: number, before: number) => {
    const answers = await watched?.ask().then(
      () => true,
      () => false,
    );
    if (!watched) return;
    if (!answers || failures > before) {
      timer = setTimeout(look, lookMs, since, failures).unref();
      return;
    }
    const seconds = Math.round((performance.now() - since) / 1_000);
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
      timer = setTimeout(look, lookMs, performance.now(), failures).unref();
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
