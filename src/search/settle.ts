import type { Logger } from "pino";
import type { Database } from "../platform/database/transaction.ts";
import type { Clock } from "../platform/time.ts";
import { SETTLED_AFTER_SECONDS } from "./under-way.ts";
import { settleSearches } from "./under-way-sql.ts";

const EVERY_MS = 5_000;

export interface SettleDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Turns searches that nobody goes on typing into entries of the audit, now and every few seconds. */
export function startSettling(deps: SettleDeps): { stop(): Promise<void> } {
  let running = sweep(deps);
  const timer = setInterval(() => {
    running = running.then(() => sweep(deps));
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}

/** Whatever fails now is there at the next round. */
const sweep = (deps: SettleDeps): Promise<void> =>
  settle(deps).catch((error) => deps.log.warn({ err: error }, "searches could not be settled"));

export async function settle({ db, clock }: Pick<SettleDeps, "db" | "clock">): Promise<void> {
  const before = clock().subtract({ seconds: SETTLED_AFTER_SECONDS });
  await db.write({}, (tx) => settleSearches(tx, before));
}
