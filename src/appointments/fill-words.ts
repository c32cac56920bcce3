import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "../platform/database/transaction.ts";
import { addWords, filledUpTo, namesAfter, noteFilled, officesWithWordsMissing } from "./fill-words-sql.ts";
import { searchWords } from "./words.ts";

/** So many appointments at a time; then others are served. */
const AT_ONCE = 200;
/** Until what failed, or another process was at, is looked at again */
const PAUSE_MS = 60_000;

/** Writes what appointments of older releases are found by, beside everything else, until none lacks it. */
export function startFilling({ db, log }: { readonly db: Database; readonly log: Logger }): { stop(): Promise<void> } {
  const end = new AbortController();
  const fill = () =>
    fillWords(db, end.signal).catch((error) => {
      log.warn({ err: error }, "older appointments are not all found by their names yet");
      return false;
    });
  const fillAll = async () => {
    while (!end.signal.aborted && !(await fill()))
      await sleep(PAUSE_MS, undefined, { signal: end.signal }).catch(() => {});
  };
  const running = fillAll();
  return {
    stop: () => {
      end.abort();
      return running;
    },
  };
}

/** Any number of processes may do it at once, and take up where one was stopped. True when nothing is left. */
export async function fillWords(db: Database, signal?: AbortSignal): Promise<boolean> {
  for (const office of await db.read({}, officesWithWordsMissing)) {
    while (!signal?.aborted && (await fillSome(db, office))) {}
  }
  return (await db.read({}, officesWithWordsMissing)).length === 0;
}

/** False when nothing of the office is left, or another process is at it. */
const fillSome = (db: Database, office: number): Promise<boolean> =>
  db.write({ office }, async (tx) => {
    const after = await filledUpTo(tx, office);
    if (after === null) return false;
    const rows = await namesAfter(tx, office, after, AT_ONCE);
    await addWords(
      tx,
      office,
      rows.flatMap((row) => searchWords(row).map((word) => ({ id: row.id, word }))),
    );
    const last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
    await noteFilled(tx, office, last?.id ?? null);
    return last !== undefined;
  });
