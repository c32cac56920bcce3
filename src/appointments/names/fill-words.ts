import type { Logger } from "pino";
import { ACROSS_OFFICES, type AcrossOffices } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Worker } from "../../platform/worker.ts";
import { addSearchWords, filledUpTo, namesAfter, noteFilled, officesWithWordsMissing } from "./fill-words-sql.ts";
import { searchWords } from "./search-words.ts";

/** So many appointments at a time; then others are served. */
const AT_ONCE = 200;

/** Writes what appointments of older releases are found by, beside everything else, until none lacks it. */
export const startFilling = ({ db, log }: { readonly db: Database; readonly log: Logger }): Worker =>
  startJob({ db, log }, "search-words", {
    act: (signal) => fillWords(db, signal),
    failure: "older appointments are not all found by their names yet",
  });

/** Any number of processes may do it at once, and take up where one was stopped. True when nothing is left. */
export async function fillWords(db: Database, signal?: AbortSignal): Promise<boolean> {
  for (const office of await db.read(ACROSS_OFFICES, officesWithWordsMissing)) {
    while (!signal?.aborted && (await fillSome(db, office))) {}
  }
  return (await db.read(ACROSS_OFFICES, officesWithWordsMissing)).length === 0;
}

/** False when nothing of the office is left, or another process is at it. */
const fillSome = (db: Database, office: number): Promise<boolean> =>
  db.write({ office }, async (tx) => {
    const after = await filledUpTo(tx, office);
    if (after === null) return false;
    const rows = await namesAfter(tx, office, after, AT_ONCE);
    await addSearchWords(
      tx,
      office,
      rows.flatMap((row) => searchWords(row).map((word) => ({ id: row.id, word }))),
    );
    const last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
    await noteFilled(tx, office, last?.id ?? null);
    return last !== undefined;
  });

/** How many lack words of some names */
export const officesToFill = async (tx: AcrossOffices): Promise<number> => (await officesWithWordsMissing(tx)).length;
