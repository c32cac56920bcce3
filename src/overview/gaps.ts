import type { Facts, QueueFacts } from "../availability/facts.ts";
import { overlaps, union, without } from "../availability/intervals.ts";
import { openParts, type QueueDay, queueDays } from "../availability/queue-day.ts";
import type { Interval, LocalDay } from "../platform/time.ts";
import type { ClosedDay, Gap } from "./contract.ts";
import { closingOf } from "./rules.ts";
import { span } from "./span.ts";

/**
 * The holes in an office's service. A gap («κενό») is a part of a queue's weekly hours, of a day that is not closed
 * and outside holidays and closures, in which the queue should serve and does not: nobody is set as its employee or
 * substitute, it is inactive for the date, or an exception takes these hours. A queue that is inactive for good should
 * not serve. Where no queue at all serves, that is one gap of the office, and none of its queues. Pure.
 */

/** Whether somebody stands behind a queue on a date (ISO text). */
export type IsStaffed = (queue: number, date: string) => boolean;

/** A queue that should serve that day */
interface Duty {
  readonly queueDay: QueueDay;
  readonly isStaffed: boolean;
  /** Its weekly hours, but for what holidays and closures take of them */
  readonly usual: readonly Interval[];
}

/** @param facts of that day */
export function gapsOn(facts: Facts, day: LocalDay, isStaffed: IsStaffed, nowMinute: number): Gap[] {
  if (closedDayOf(facts, day)) return [];
  const date = day.date.toString();
  const duties = dutiesOn(facts, day, isStaffed);
  const served = duties.map(servedBy);
  const nobody = without(
    union(
      day,
      duties.flatMap(({ usual }) => usual),
    ),
    served.flat(),
  );
  const ofOffice = nobody.map((part) => ({ part, queue: null, ...whyNobody(duties, part) }));
  const ofQueues = duties.flatMap((duty, index) =>
    without(without(duty.usual, served[index] ?? []), nobody).map((part) => ({
      part,
      queue: duty.queueDay.queue.number,
      ...whyNot(duty, part),
    })),
  );
  return [...ofOffice, ...ofQueues]
    .filter(({ part }) => part.to > nowMinute)
    .sort((a, b) => a.part.from - b.part.from)
    .map(({ part, ...gap }) => ({ date, ...span(part, day), ...gap }));
}

/** Its words, when the office usually serves that day and nobody does; an office without an active queue is not closed. */
export function closedDayOf(facts: Facts, day: LocalDay): ClosedDay | null {
  const closing = closingOf(queueDays(facts, day));
  const isUsual = dutiesOn({ ...facts, closed: [] }, day, () => true).some(({ usual }) => usual.length > 0);
  if (!closing || !isUsual || closing.kind === "hours" || closing.kind === "inactive") return null;
  return { date: day.date.toString(), kind: closing.kind, reason: closing.reason, reasonEn: closing.reasonEn };
}

function dutiesOn(facts: Facts, day: LocalDay, isStaffed: IsStaffed): Duty[] {
  const weekly = queueDays({ ...facts, extra: [] }, day);
  const ruled = facts.closed.filter(({ kind }) => kind !== "exception");
  return queueDays(facts, day).flatMap((queueDay, index) => {
    const { number, active } = queueDay.queue;
    if (!active && !isActiveForGood(facts.queues, number)) return [];
    const usual = without(union(day, weekly[index]?.hours ?? []), ruled);
    return [{ queueDay, usual, isStaffed: isStaffed(number, day.date.toString()) }];
  });
}

const isActiveForGood = (queues: readonly QueueFacts[], queue: number): boolean =>
  queues.some(({ number, active }) => number === queue && active);

const servedBy = ({ queueDay, isStaffed }: Duty): Interval[] =>
  queueDay.queue.active && isStaffed ? openParts(queueDay) : [];

type Why = Pick<Gap, "why" | "reason">;

/** Reasons that last the whole day come before those that take a part of it. */
function whyNot({ queueDay, isStaffed }: Duty, part: Interval): Why {
  if (!queueDay.queue.active) return { why: "inactive", reason: null };
  if (!isStaffed) return { why: "no-employee", reason: null };
  const exceptions = queueDay.closed.filter((closed) => closed.kind === "exception" && overlaps(closed, part));
  return { why: "exception", reason: [...new Set(exceptions.map(({ reason }) => reason))].join(", ") };
}

/** In the words of the exceptions, if there are any: an exception is what the head can remove. */
function whyNobody(duties: readonly Duty[], part: Interval): Why {
  const whys = duties.filter(({ usual }) => usual.some((own) => overlaps(own, part))).map((duty) => whyNot(duty, part));
  const exceptions = whys.filter(({ why }) => why === "exception").map(({ reason }) => reason);
  if (exceptions.length > 0) return { why: "exception", reason: [...new Set(exceptions)].join(", ") };
  return whys.find(({ why }) => why === "no-employee") ?? { why: "inactive", reason: null };
}
