import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import type { Reader } from "./reader.ts";

export interface CitizensDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Stand-ins for the government's servers are running */
  readonly trial: boolean;
}

/** What the pages of one language need. */
export interface PagesDeps extends CitizensDeps {
  readonly reader: Reader;
}
