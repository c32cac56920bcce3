import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";

/** What is planned because of the hour alone. Any number of processes do it at once. */
export interface Planner {
  /** The offices whose hour has come, and in which it was not done yet */
  offices(tx: AcrossOffices, now: Temporal.Instant): Promise<readonly number[]>;
  plan(tx: Tx, office: number, now: Temporal.Instant): Promise<void>;
  /** Where nobody knows whether it was done, for the data were restored; without it, it is planned and then held back */
  passOver?(tx: Tx, office: number, now: Temporal.Instant): Promise<void>;
}
