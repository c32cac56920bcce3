import { randomUUIDv7 } from "node:crypto";
import { factsOfOffice } from "../../appointments/place/facts.ts";
import { subtract } from "../../availability/intervals.ts";
import { type QueueDay, queueDays } from "../../availability/queue-day.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import type { Tx } from "../../platform/database/sql.ts";
import { refuseFields } from "../../platform/refusal.ts";
import { dateOf, dateOfMinute, epochMinute, type Interval, localDay } from "../../platform/time.ts";
import type { RuleChange } from "../../proposals/rule-change.ts";
import type { ExceptionRequest } from "../contract.ts";
import { existingQueue } from "../existing.ts";
import { exceptionErrors, intervalsOf } from "../rules.ts";
import { insertExceptions, type NewException } from "../sql.ts";
import { datesTouched } from "./existing.ts";

/** Εξαίρεση: a queue or the whole office does not serve, or serves besides (circular §Γ: «προσθήκη των εξαιρέσεων»). */
export function exceptionAddition(
  office: AdministeredOffice,
  request: ExceptionRequest,
  now: Temporal.Instant,
): RuleChange {
  refuseFields(exceptionErrors(request, dateOf(now).toString(), epochMinute(now)));
  const intervals = intervalsOf(request);
  return {
    act: "exception-added",
    span: datesTouched(intervals),
    write: (tx) => add(tx, office, { ...request, parts: intervals, series: seriesOf(intervals) }, now),
  };
}

/** A stretch of it; `id` of one that was there before, and its next version */
export type ExceptionPart = Interval & { readonly id?: string; readonly version?: number };

interface AddedException extends Pick<ExceptionRequest, "queue" | "kind" | "reason"> {
  readonly parts: readonly ExceptionPart[];
  readonly series: string | null;
}

/** @throws Refusal for extra hours that can't be */
export async function add(
  tx: Tx,
  office: AdministeredOffice,
  { queue, kind, reason, parts, series }: AddedException,
  now: Temporal.Instant,
): Promise<void> {
  if (queue !== null) await existingQueue(tx, office, queue);
  if (kind === "extra") requireMore(await addedHours(tx, office, queue, parts));
  const rows = parts.map(({ id = randomUUIDv7(), version = 1, ...interval }): NewException => {
    return { id, version, queue, kind, interval, reason: reason.trim(), series };
  });
  await insertExceptions(tx, office, rows, now);
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

/** The rest that is not in hours already, of the queue or (null) of those that are active then: only there do they count. */
async function addedHours(
  tx: Tx,
  office: AdministeredOffice,
  wished: number | null,
  parts: readonly Interval[],
): Promise<AddedHours[]> {
  const { first, last } = datesTouched(parts);
  const facts = await factsOfOffice(tx, office, first, last);
  const isConcerned = ({ queue }: QueueDay) => (wished === null ? queue.active : queue.number === wished);
  return parts.flatMap((part) =>
    queueDays(facts, localDay(dateOfMinute(part.from)))
      .filter(isConcerned)
      .flatMap(({ hours, queue: { slotMinutes } }) => subtract(part, hours).map((rest) => ({ ...rest, slotMinutes }))),
  );
}
