import { randomUUIDv7 } from "node:crypto";
import type { Facts } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import { queueDays } from "../availability/queue-day.ts";
import type { AdministeredOffice } from "../identity/office-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { dateOf, dateOfMinute, epochMinute, type Interval, localDay } from "../platform/time.ts";
import type { ExceptionRequest } from "./contract.ts";
import { existing } from "./existing.ts";
import type { RuleChange } from "./rule-change.ts";
import { exceptionErrors, intervalsOf } from "./rules.ts";
import { deleteExceptions, type ExceptionRow, exceptionsFrom, insertExceptions } from "./sql.ts";

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
    span: spanOf(intervals),
    write: (tx) => add(tx, office, request, intervals, now, factsOf),
  };
}

async function add(
  tx: Tx,
  office: AdministeredOffice,
  { queue, kind, reason }: ExceptionRequest,
  intervals: readonly Interval[],
  now: Temporal.Instant,
  factsOf: FactsReader,
): Promise<void> {
  const own = queue === null ? null : await existing(tx, office, queue);
  if (kind === "extra" && own) {
    requireRoom(own.slotMinutes, intervals);
    await requireOutsideHours(tx, own.number, intervals, factsOf);
  }
  const series = intervals.length > 1 ? randomUUIDv7() : null;
  const rows = intervals.map((interval) => ({
    id: randomUUIDv7(),
    queue,
    kind,
    interval,
    reason: reason.trim(),
    series,
  }));
  await insertExceptions(tx, office.id, rows, now, office.employeeId);
}

/** For one appointment at least. */
function requireRoom(minutes: number, intervals: readonly Interval[]): void {
  if (intervals.some(({ from, to }) => to - from < minutes))
    refuseFields([{ field: "to", code: "hours-shorter-than-slot", values: { minutes } }]);
}

/** Each stretch of hours begins slots of its own: two at once would offer places that overlap. */
async function requireOutsideHours(tx: Tx, queue: number, intervals: readonly Interval[], factsOf: FactsReader) {
  const { first, last } = spanOf(intervals);
  const facts = await factsOf(tx, first, last);
  const doubled = intervals.some((interval) =>
    queueDays(facts, localDay(dateOfMinute(interval.from)))
      .filter((day) => day.queue.number === queue)
      .some(({ hours }) => hours.some((part) => overlaps(part, interval))),
  );
  if (doubled) refuseFields([{ field: "from", code: "extra-overlaps-hours" }]);
}

function spanOf(intervals: readonly Interval[]): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const [first, last] = [intervals[0] as Interval, intervals.at(-1) as Interval];
  return { first: dateOfMinute(first.from), last: dateOfMinute(last.to - 1) };
}

/** One, or with it those of its series that are to come. */
export function exceptionRemoval(
  office: AdministeredOffice,
  known: readonly ExceptionRow[],
  withSeries: boolean,
): RuleChange {
  const [first] = known as readonly [ExceptionRow];
  const gone = withSeries ? known : [first];
  return {
    act: "exception-removed",
    span: spanOfRows(gone),
    write: async (tx) => {
      const ids = gone.map(({ id }) => id);
      if ((await deleteExceptions(tx, office.id, ids)) < ids.length) throw exceptionNotFound();
    },
  };
}

/** Another time, queue or reason: the old one goes and the new one comes, at once. */
export function exceptionChange(
  office: AdministeredOffice,
  known: ExceptionRow,
  request: ExceptionRequest,
  now: Temporal.Instant,
  factsOf: FactsReader,
): RuleChange {
  const addition = exceptionAddition(office, request, now, factsOf);
  const removal = exceptionRemoval(office, [known], false);
  return {
    act: "exception-changed",
    span: both(addition.span, removal.span),
    write: async (tx) => {
      await removal.write(tx);
      await addition.write(tx);
    },
  };
}

/** The one named first, then the others of its series. */
type ExceptionOf = readonly [ExceptionRow, ...ExceptionRow[]];

/** @throws Refusal 404 when there is none to come of that id */
export async function existingException(
  tx: Read,
  office: AdministeredOffice,
  id: string,
  now: Temporal.Instant,
): Promise<ExceptionOf> {
  const all = await exceptionsFrom(tx, office.id, now);
  const named = all.find((row) => row.id === id);
  if (!named) throw exceptionNotFound();
  const others = all.filter((row) => row.id !== id && row.series !== null && row.series === named.series);
  return [named, ...others];
}

const exceptionNotFound = () => new Refusal(404, "exception-not-found");

function spanOfRows(rows: readonly ExceptionRow[]): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  return spanOf(
    rows
      .map((row) => ({ from: epochMinute(row.starts_at), to: epochMinute(row.ends_at) }))
      .sort((a, b) => a.from - b.from),
  );
}

function both(a: RuleChange["span"], b: RuleChange["span"]): RuleChange["span"] {
  if (!a?.last || !b?.last) return a ?? b;
  const dates = [a.first, a.last, b.first, b.last].sort(Temporal.PlainDate.compare);
  return { first: dates[0] as Temporal.PlainDate, last: dates[3] as Temporal.PlainDate };
}
