import type { Database } from "../../platform/database/transaction.ts";
import { openedOffice } from "../opened-office.ts";
import { type AskedMonth, type MonthOffered, monthOffered } from "./month.ts";

/** For so long all who ask are told the same: in a rush an office's month is read once a second, not once for each of them. */
const RECENT_MS = 1_000;
/** Of these the oldest makes room. */
const MOST = 500;

interface Recent {
  readonly at: number;
  readonly offered: Promise<MonthOffered>;
}

const recentOf = new WeakMap<Database, Map<string, Recent>>();

/**
 * An office's month as it was at most a second ago; a time of it is looked at again when somebody takes it.
 * @throws Refusal 404 for an office that is not open to citizens and for a service that there is not, 422 for one that the
 * office does not offer
 */
export function recentMonth(db: Database, code: string, asked: AskedMonth): Promise<MonthOffered> {
  const recent = recentOf.get(db) ?? new Map<string, Recent>();
  recentOf.set(db, recent);
  // Another minute of the clock may have let a time go by.
  const key = [code, asked.service, asked.month, Math.floor(asked.now.epochMilliseconds / 60_000)].join("\n");
  const known = recent.get(key);
  // Who read it first may have been refused for having no time left: that is nobody else's answer.
  if (known && performance.now() - known.at < RECENT_MS) return known.offered.catch(() => readMonth(db, code, asked));
  const offered = readMonth(db, code, asked);
  recent.delete(key);
  recent.set(key, { at: performance.now(), offered });
  offered.catch(() => recent.delete(key));
  const [oldest] = recent.keys();
  if (recent.size > MOST && oldest !== undefined) recent.delete(oldest);
  return offered;
}

async function readMonth(db: Database, code: string, asked: AskedMonth): Promise<MonthOffered> {
  const opened = await openedOffice(db.alone, code);
  return db.read({ office: opened.office.id }, (tx) => monthOffered(tx, opened, asked));
}
