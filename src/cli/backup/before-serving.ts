import { endEverySession } from "../../identity/sessions.ts";
import { holdBackLetters } from "../../mail/hold-back.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";

/**
 * What must be so before anybody works with data of an earlier moment, in the order of doing. What is to be forgotten
 * (kept for too long, or erased since that moment) belongs here.
 */
const STEPS: readonly ((tx: Tx, now: Temporal.Instant) => Promise<unknown>)[] = [endEverySession, holdBackLetters];

/** All of it or nothing. */
export const makeServable = (db: Database, now: Temporal.Instant): Promise<void> =>
  db.write({}, async (tx) => {
    for (const step of STEPS) await step(tx, now);
  });
