import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { Check } from "./check.ts";
import { CHECKS } from "./checks.ts";

/** What a check has found; nothing: all is well. */
export interface Diagnosis {
  readonly check: Check;
  readonly findings: readonly string[];
}

/**
 * Every check, in their order, each on one snapshot.
 * @param db of the owner of the tables
 * @param now by which it is judged what is to come, and what should have been done long before
 * @param onCheck is told how many are done
 * @param checks these alone
 */
export async function diagnose(
  db: Database,
  now: Temporal.Instant,
  onCheck: (done: number, of: number) => void = () => {},
  checks: readonly Check[] = CHECKS,
): Promise<Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  for (const [at, check] of checks.entries()) {
    onCheck(at, checks.length);
    diagnoses.push({ check, findings: await findingsOf(db, check, now) });
  }
  return diagnoses;
}

/** Times read as on the wall of the office. */
const findingsOf = (db: Database, check: Check, now: Temporal.Instant): Promise<string[]> =>
  db.read(ACROSS_OFFICES, async (tx) => {
    await tx.sql`set local timezone to 'Europe/Athens'`;
    return (await check.find(tx, now)).map(({ finding }) => finding);
  });
