import { Counter, type Registry } from "prom-client";
import { ACROSS_OFFICES, type AcrossOffices } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { measureAtScrape } from "../platform/http/metrics.ts";
import type { Clock } from "../platform/time.ts";
import { backlogOf } from "./backlog-sql.ts";
import type { Settlement } from "./settle-sql.ts";

interface MeasureDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly metrics: Registry;
}

/**
 * What tells the operator that messages do not leave, or do not arrive.
 * @returns what counts each attempt
 */
export function measureLetters({ db, clock, metrics }: MeasureDeps): (state: Settlement["state"]) => void {
  measureAtScrape(
    metrics,
    {
      outbox_waiting: "Messages of all offices that are planned or under way",
      outbox_oldest_due_seconds: "For how long the oldest message that is due has been due",
    },
    async () => {
      const now = clock();
      const { waiting, dueSince } = await db.read(ACROSS_OFFICES, (tx) => backlogOf(tx, now));
      const age = dueSince === null ? 0 : dueSince.until(now).total("seconds");
      return { outbox_waiting: waiting, outbox_oldest_due_seconds: age };
    },
  );
  const settled = new Counter({
    name: "letters_total",
    help: "Attempts to send a message, by what became of it: refused and expired did not arrive",
    labelNames: ["state"],
    registers: [metrics],
  });
  for (const state of ["sent", "refused", "expired"]) settled.inc({ state }, 0);
  return (state) => settled.inc({ state });
}

/** Of all offices, planned or under way */
export const lettersWaiting = async (tx: AcrossOffices, now: Temporal.Instant): Promise<number> =>
  (await backlogOf(tx, now)).waiting;
