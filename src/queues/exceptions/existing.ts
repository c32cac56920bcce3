import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Read } from "../../platform/database/sql.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOfMinute, epochMinute, type Interval, offsetText } from "../../platform/time.ts";
import type { Exception } from "../contract.ts";
import { lastChange, stale } from "../existing.ts";
import { type ExceptionRow, exceptionsFrom } from "../sql.ts";

/** The dates that any of them touches. */
export function datesTouched(intervals: readonly Interval[]): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const [first, last] = [intervals.map(({ from }) => from), intervals.map(({ to }) => to)];
  return { first: dateOfMinute(Math.min(...first)), last: dateOfMinute(Math.max(...last) - 1) };
}

/** The one named first, then the others of its series. */
export type ExceptionOf = readonly [ExceptionRow, ...ExceptionRow[]];

/** An exception as its head saw it; version null: in any. */
export interface SeenException {
  readonly id: string;
  readonly version: number | null;
}

/** @throws Refusal 404 when there is none to come of that id; 412 when it is another than its head saw (null: any) */
export async function existingException(
  tx: Read,
  office: AdministeredOffice,
  { id, version }: SeenException,
  now: Temporal.Instant,
): Promise<ExceptionOf> {
  const all = await exceptionsFrom(tx, office.id, now);
  const named = all.find((row) => row.id === id);
  if (!named) throw exceptionNotFound();
  if (version !== null && version !== named.version) {
    const change = await lastChange(tx, office, "exception", (row) => row.id === id);
    throw stale("exception-stale", change, exceptionShown(named));
  }
  const others = all.filter((row) => row.id !== id && row.series !== null && row.series === named.series);
  return [named, ...others];
}

export const exceptionNotFound = () => new Refusal(404, "exception-not-found");

/** A minute ago at least: of what begins in this minute nothing is past. */
export const hasBegun = ({ starts_at }: ExceptionRow, now: Temporal.Instant): boolean =>
  epochMinute(starts_at) < epochMinute(now);

export const intervalOf = ({ starts_at, ends_at }: ExceptionRow): Interval => ({
  from: epochMinute(starts_at),
  to: epochMinute(ends_at),
});

export const exceptionShown = (row: ExceptionRow): Exception => ({
  id: row.id,
  queue: row.queue,
  kind: row.kind,
  from: offsetText(row.starts_at),
  to: offsetText(row.ends_at),
  reason: row.reason,
  series: row.series,
  version: row.version,
  createdAt: offsetText(row.created_at),
  createdBy: row.created_by,
});
