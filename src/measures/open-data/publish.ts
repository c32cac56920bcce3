import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import { type Clock, dateOf } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import { officesToMeasure } from "../sql.ts";
import { type MonthFiles, monthFiles } from "./files.ts";
import { type MonthRow, monthRows, type OfficePart, officePart } from "./month.ts";
import {
  claimDueMonth,
  type DueMonth,
  insertVersion,
  type LastVersion,
  lastVersion,
  noteOtherMethods,
  openDataKey,
  outcomeDays,
  publishedOffices,
  settleDueMonth,
} from "./open-month-sql.ts";
import type { CorrectionReason } from "./version-facts.ts";

/** Goes up when a figure is defined otherwise: what was published is then made anew, as a correction that says so. */
const METHOD = 1;
/** By then no night counts a day of that month anew */
export const PUBLISHED_AFTER_DAYS = 8;
/** So long it is waited for offices of which days are still to be counted */
const WAITED_DAYS = 15;
/** Who has begun and was killed keeps others from it for so long */
const CLAIM_MINUTES = 10;

interface PublishDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** Makes the open data of a month that has ended, and makes them anew where something was counted since. */
export const startPublishing = ({ log, ...deps }: PublishDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "open-data", {
    act: (signal) => publishDue(deps, signal),
    failure: "open data of a month could not be made",
  });

/** Month by month; of several processes one makes a month. False when some is left. */
export async function publishDue({ db, clock }: PublishDeps, signal?: AbortSignal): Promise<boolean> {
  const now = clock();
  const isCounted = (await db.read({}, (tx) => officesToMeasure(tx, now))).length === 0;
  const endedBy = dateOf(now).subtract({ days: isCounted ? PUBLISHED_AFTER_DAYS : WAITED_DAYS });
  const until = now.add({ minutes: CLAIM_MINUTES });
  await db.write({}, (tx) => noteOtherMethods(tx, METHOD));
  for (;;) {
    if (signal?.aborted) return false;
    const due = await db.write({}, (tx) => claimDueMonth(tx, { endedBy, now, until }));
    if (!due) return isCounted;
    await publishMonth(db, due, now);
  }
}

/** What is published of a month does not change: figures that are others by now are a version of their own. */
async function publishMonth(db: Database, due: DueMonth, now: Temporal.Instant): Promise<void> {
  const [rows, last] = await Promise.all([rowsOfMonth(db, due.month), db.read({}, (tx) => lastVersion(tx, due.month))]);
  const reason = reasonAfter(last);
  const version = (last?.version ?? 0) + 1;
  const head = { month: due.month.slice(0, 7), version, publishedAt: now.toString(), reason };
  const files = await monthFiles(rows, head);
  const isNew = isAnother(files, last);
  await db.write({}, async (tx) => {
    if (isNew)
      await insertVersion(tx, { ...files, month: due.month, version, publishedAt: now, reason, method: METHOD });
    await settleDueMonth(tx, due);
  });
}

/** Office by office, so that whoever waits for this process does not wait for a month. */
async function rowsOfMonth(db: Database, month: string): Promise<MonthRow[]> {
  const key = await db.write({}, (tx) => openDataKey(tx, randomBytes(32)));
  const parts: OfficePart[] = [];
  for (const { id, ...office } of await publishedOffices(db.alone)) {
    const days = await db.read({ office: id }, (tx) => outcomeDays(tx, id, month));
    parts.push(officePart({ office, days }, month.slice(0, 7), key));
  }
  return monthRows(parts);
}

function reasonAfter(last: LastVersion | null): CorrectionReason | null {
  if (!last) return null;
  return last.method < METHOD ? "method" : "late-counts";
}

const isAnother = ({ csv }: MonthFiles, last: LastVersion | null): boolean =>
  csv.sha256 !== last?.csvSha256 || last.method < METHOD;
