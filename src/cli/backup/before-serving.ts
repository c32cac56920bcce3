import { endEveryCitizensSession } from "../../identity/citizens/session.ts";
import { endEverySession } from "../../identity/sessions.ts";
import { holdBackLetters } from "../../mail/hold-back.ts";
import { ACROSS_OFFICES, type AcrossOffices, type Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import { applyRetention } from "../../retention/apply.ts";

/** What must be so before anybody works with data of an earlier moment, in the order of doing. */
const STEPS: readonly ((tx: AcrossOffices<Tx>, now: Temporal.Instant) => Promise<unknown>)[] = [
  endEverySession,
  endEveryCitizensSession,
  holdBackLetters,
];

/** And nobody is known any more who has been kept for too long, or was erased since that moment (`erasures` in the folder). */
export async function makeServable(db: Database, clock: Clock, dataDir: string): Promise<void> {
  await db.write(ACROSS_OFFICES, async (tx) => {
    for (const step of STEPS) await step(tx, clock());
  });
  await applyRetention({ db, clock, dataDir });
}
