import type { Registry } from "prom-client";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { measureAtScrape } from "../../platform/http/metrics.ts";
import type { Clock } from "../../platform/time.ts";
import { oldestWaiting } from "./seal-sql.ts";

interface MeasureDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly metrics: Registry;
}

/** What tells the operator that nobody seals the audit. */
export const measureSealing = ({ db, clock, metrics }: MeasureDeps): void =>
  measureAtScrape(
    metrics,
    { audit_oldest_unsealed_seconds: "For how long the oldest entry of the audit has waited for its seal" },
    async () => {
      const since = await db.read(ACROSS_OFFICES, oldestWaiting);
      return { audit_oldest_unsealed_seconds: since === null ? 0 : Math.max(0, since.until(clock()).total("seconds")) };
    },
  );
