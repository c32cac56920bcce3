import { randomUUIDv7 } from "node:crypto";
import type { Facts } from "../availability/facts.ts";
import { subtract } from "../availability/intervals.ts";
import { type QueueDay, queueDays } from "../availability/queue-day.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { dateOf, dateOfMinute, epochMinute, type Interval, localDay, offsetText } from "../platform/time.ts";
import type { Exception, ExceptionRequest } from "./contract.ts";
import { existingQueue, lastChange, stale } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { exceptionErrors, intervalsOf } from "./rules.ts";
import { type ExceptionRow, exceptionsFrom, insertExceptions, type NewException } from "./sql.ts";

/** What decides on an office's times, read by whoever may. */
export type FactsReader = (tx: Tx, first: Temporal.PlainDate, last: Temporal.PlainDate) => Promise<Facts>;

/** Εξαίρεση: a queue or the whole office does not serve, or serves besides (circular §Γ: «προσθήκη των εξαιρέσεων»). */
export function exceptionAddition(
  office: AdministeredOffice,
  request: ExceptionRequest,
  now: Temporal.Instant,
  factsOf: FactsReader,
): RuleChange {
  refuseFields(exceptionErrors(request, dateOf(now).toString(), epochMinute(now)));
  const intervals = intervalsOf(request);
  return {
    act: "exception-added",
    span: datesTouched(intervals),
    write: (tx) => add(tx, office, request, { parts: intervals, series: seriesOf(intervals) }, now, factsOf),
  };
}

/** Of which stretches it consists; `id` of one that was there before, and its next version */
export type ExceptionPart = Interval & { readonly id?: string; readonly version?: number };

/** @throws Refusal for extra hours that can't be */
export async function add(
  tx: Tx,
  office: AdministeredOffice,
  { queue, kind, reason }: ExceptionRequest,
  { parts, series }: { readonly parts: readonly ExceptionPart[]; readonly series: string | null },
  now: Temporal.Instant,
  factsOf: FactsReader,
): Promise<void> {
  if (queue !== null) await existingQueue(tx, office, queue);
  if (kind === "extra") requireMore(await addedHours(tx, queue, parts, factsOf));
  const rows = parts.map(({ id = randomUUIDv7(), version = 1, ...interval }): NewException => {
    return { id, version, queue, kind, interval, reason: reason.trim(), series };
  });
  await insertExceptions(tx, office.id, rows, now, office.employeeId);
}

/** Those that come about together belong together. */
export const seriesOf = (parts: readonly ExceptionPart[]): string | null => (parts.length > 1 ? randomUUIDv7() : null);

interface AddedHours extends Interval {
  /** Of the queue that serves in them */
  readonly slotMinutes: number;
}

/** For one appointment at least. */
function requireMore(added: readonly AddedHours[]): void {
  if (added.length === 0) refuseFields([{ field: "from", code: "extra-overlaps-hours" }]);
  if (added.some(({ from, to, slotMinutes }) => to - from >= slotMinutes)) return;
  const minutes = Math.min(...added.map(({ slotMinutes }) => slotMinutes));
  refuseFields([{ field: "to", code: "hours-shorter-than-slot", values: { minutes } }]);
}

/** What of them is not in hours already, of the queue or (null) of those that are active then: only there do they count. */
async function addedHours(
  tx: Tx,
  wished: number | null,
  parts: readonly Interval[],
  factsOf: FactsReader,
): Promise<AddedHours[]> {
  const { first, last } = datesTouched(parts);
  const facts = await factsOf(tx, first, last);
  const isConcerned = ({ queue }: QueueDay) => (wished === null ? queue.active : queue.number === wished);
  return parts.flatMap((part) =>
    queueDays(facts, localDay(dateOfMinute(part.from)))
      .filter(isConcerned)
      .flatMap(({ hours, queue: { slotMinutes } }) => subtract(part, hours).map((rest) => ({ ...rest, slotMinutes }))),
  );
}

/** The dates that any of them touches. */
export function datesTouched(intervals: readonly Interval[]): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const [first, last] = [intervals.map(({ from }) => from), intervals.map(({ to }) => to)];
  return { first: dateOfMinute(Math.min(...first)), last: dateOfMinute(Math.max(...last) - 1) };
}

/** The one named first, then the others of its series. */
export type ExceptionOf = readonly [ExceptionRow, ...ExceptionRow[]];

/** @throws Refusal 404 when there is none to come of that id; 412 when it is another than its head saw (null: any) */
export async function existingException(
  tx: Read,
  office: AdministeredOffice,
  id: string,
  version: number | null,
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
