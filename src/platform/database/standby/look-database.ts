import { aloneOf, type Database, type ReadOnlyDatabase } from "../transaction.ts";
import type { Standby } from "./standby.ts";

/** Whether anything was heard to have changed. @param since on the clock of performance.now() */
export interface HeardChanges {
  /** Of an office, its appointments included */
  isUnchanged(office: number, since: number): boolean;
  /** Of all offices, but for their appointments */
  areRulesUnchanged(since: number): boolean;
}

/**
 * The one gate to a standby: for what is only looked at, where nobody decides by what they see. It shows what this process has
 * heard of, its own commits included, and what was committed before READ_DATABASE_LAG_MS; else the primary is asked, as it is for
 * whatever a standby fails in (docs/decisions/0076).
 * @param onLook hears where each was made
 */
export function lookDatabase(
  primary: Database,
  standby: Standby,
  changes: HeardChanges,
  onLook: (at: "standby" | "primary") => void,
): ReadOnlyDatabase {
  async function look<T>(office: number | undefined, work: (db: ReadOnlyDatabase) => Promise<T>): Promise<T> {
    const isUnchanged = (since: number) =>
      office === undefined ? changes.areRulesUnchanged(since) : changes.isUnchanged(office, since);
    const reads = standby.readsFor(isUnchanged);
    if (reads) {
      try {
        const seen = await work(reads);
        onLook("standby");
        return seen;
      } catch (error) {
        if (!standby.fail(error)) throw error;
      }
    }
    onLook("primary");
    return work(primary);
  }
  return {
    read: (scope, work) => look(scope.office, (db) => db.read(scope, work)),
    ...aloneOf({ sql: (strings, ...values) => look(undefined, (db) => db.nation.sql(strings, ...values)) }),
  };
}
