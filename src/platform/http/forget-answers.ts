import type { Logger } from "pino";
import type { Database } from "../database/transaction.ts";
import type { Clock } from "../time.ts";
import { KEPT_HOURS } from "./idempotency.ts";
import { forgetAnswers } from "./idempotency-sql.ts";

const EVERY_MS = 3_600_000;

export interface ForgetDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Removes stored answers that nobody can ask for again, now and every hour. */
export function startForgetting(deps: ForgetDeps): { stop(): Promise<void> } {
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
const sweep = (deps: ForgetDeps): Promise<void> =>
  forgetExpired(deps).catch((error) => deps.log.warn({ err: error }, "old answers could not be forgotten"));

export async function forgetExpired({ db, clock }: Pick<ForgetDeps, "db" | "clock">): Promise<void> {
  const expired = clock().subtract({ hours: KEPT_HOURS });
  while ((await db.write({}, (tx) => forgetAnswers(tx, expired))) > 0) {}
}
