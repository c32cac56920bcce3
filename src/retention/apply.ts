import { ACROSS_OFFICES } from "../platform/database/sql.ts";
import type { Database } from "../platform/database/transaction.ts";
import { type AnonymizeDeps, type Anonymized, anonymizeAll, type Watched } from "./anonymize.ts";
import { forgetCompanionsAgain } from "./companion.ts";
import { anonymize, insertErasures, notYetErased } from "./erase-sql.ts";
import { type Erasures, readErasures } from "./erasures-file.ts";
import { forgetReached } from "./sql.ts";

export interface ApplyDeps extends AnonymizeDeps {
  /** Of the owner of the tables */
  readonly db: Database;
  /** Where the erasures stand beside the database */
  readonly dataDir: string;
}

export interface Applied extends Anonymized {
  /** Appointments that had been erased, or a companion's name in them, and were there again */
  readonly erased: number;
}

/**
 * Makes anonymous again all that was erased, and then all that is due, whatever was thought to be done. A database that is
 * made from a backup serves nobody before this has ended.
 */
export async function applyRetention({ db, clock, dataDir }: ApplyDeps, watched: Watched = {}): Promise<Applied> {
  const erased = await eraseAgain(db, await readErasures(dataDir), clock());
  await db.write(ACROSS_OFFICES, forgetReached);
  return { erased, ...(await anonymizeAll({ db, clock }, watched)) };
}

const eraseAgain = (db: Database, erasures: Erasures, now: Temporal.Instant): Promise<number> =>
  db.write(ACROSS_OFFICES, async (tx) => {
    const standing = await notYetErased(tx, erasures.visits);
    for (const [office, rows] of Map.groupBy(standing, (row) => row.office_id)) {
      const ids = rows.map(({ id }) => id);
      await anonymize(tx, office, ids, now);
      await insertErasures(tx, office, ids, now);
    }
    return standing.length + (await forgetCompanionsAgain(tx, erasures.companions, now));
  });
