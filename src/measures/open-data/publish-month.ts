import { recordOwnAct } from "../../audit/record.ts";
import { NATION } from "../../identity/ministry-access.ts";
import { OF_NATION, type Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { type MonthFiles, monthFiles } from "./files.ts";
import type { OpenDataKey } from "./key.ts";
import { type MonthRow, monthRows, type OfficePart, officePart } from "./month.ts";
import {
  type DueMonth,
  insertVersion,
  type LastVersion,
  lastVersion,
  outcomeDays,
  publishedOffices,
  settleDueMonth,
} from "./open-month-sql.ts";
import type { OwnReason } from "./version-facts.ts";

/** Goes up when a figure is defined otherwise: what was published is then made anew, as a correction that says so. */
export const METHOD = 1;

interface Publication {
  readonly due: DueMonth;
  readonly key: OpenDataKey;
  readonly now: Temporal.Instant;
}

/**
 * What is published of a month does not change: figures that are others by now are a version of their own.
 * @returns its number; null: the figures are those of the last version, or another process has made it
 */
export async function publishMonth(db: Database, { due, key, now }: Publication): Promise<number | null> {
  const [rows, last] = await Promise.all([
    rowsOfMonth(db, due.month, key),
    db.read(OF_NATION, (tx) => lastVersion(tx, due.month)),
  ]);
  const reason = reasonAfter(last);
  const version = (last?.version ?? 0) + 1;
  const note = last ? due.note : null;
  const head = { month: due.month.slice(0, 7), version, publishedAt: now.toString() };
  const files = await monthFiles(rows, { ...head, reason: note ? "operator" : reason, note });
  return db.write({ office: NATION }, async (tx) => {
    if (!isAnother(files, last)) {
      await settleDueMonth(tx, due);
      return null;
    }
    const made = { month: due.month, version, publishedAt: now, reason, note, method: METHOD, key: key.fingerprint };
    // Who comes too late leaves the month due: what was counted meanwhile may be in no version.
    if (!(await insertVersion(tx, { ...files, ...made }))) return null;
    if (note) await recordCorrection(tx, { month: head.month, version, ...note }, now);
    await settleDueMonth(tx, due);
    return version;
  });
}

const recordCorrection = (tx: Tx, details: Readonly<Record<string, unknown>>, now: Temporal.Instant): Promise<void> =>
  recordOwnAct(tx, NATION, { act: "open-data-corrected", details }, now);

/** Office by office, so that whoever waits for this process does not wait for a month. */
async function rowsOfMonth(db: Database, month: string, key: OpenDataKey): Promise<MonthRow[]> {
  const parts: OfficePart[] = [];
  for (const { id, ...office } of await publishedOffices(db.nation)) {
    const days = await db.read({ office: id }, (tx) => outcomeDays(tx, id, month));
    parts.push(officePart({ office, days }, month.slice(0, 7), key.bytes));
  }
  return monthRows(parts);
}

function reasonAfter(last: LastVersion | null): OwnReason | null {
  if (!last) return null;
  return last.method < METHOD ? "method" : "late-counts";
}

const isAnother = ({ csv }: MonthFiles, last: LastVersion | null): boolean =>
  csv.sha256 !== last?.csvSha256 || last.method < METHOD;
