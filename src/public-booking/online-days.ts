import { daysFrom, factsByDay } from "../availability/by-day.ts";
import type { Closed, Facts, Reason } from "../availability/facts.ts";
import { lengthOf } from "../availability/intervals.ts";
import { freeStarts, openParts, type QueueDay, queueDays, takes, visitMinutes } from "../availability/queue-day.ts";
import { clockText, type Interval, type LocalDay } from "../platform/time.ts";

/** What citizens are offered, day by day: times of public queues, without saying of which. Pure. */
export interface OnlineDay {
  readonly date: string;
  /** "09:15", in order */
  readonly times: readonly string[];
  /** Why it has none; "free": it has. "later": what is left of it opens another time */
  readonly state: "free" | "full" | "closed" | "past" | "later";
  /** "later": its first time that nobody has; null: there is none, or it is not later */
  readonly opens: string | null;
  /** Of the whole office: of a single queue nobody is told why */
  readonly closed: readonly ClosedSpan[];
}

export interface ClosedSpan extends Reason {
  readonly kind: Closed["kind"];
  /** Minutes of the day, half-open */
  readonly from: number;
  readonly to: number;
}

export interface Offering {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** Of the service */
  readonly minutes: number;
  /** Epoch minutes: which starts may be taken now */
  readonly span: Interval;
  readonly counterPercent: number;
  /** By date, how many minutes citizens have taken of it */
  readonly taken: ReadonlyMap<string, number>;
}

/** From `first` to `last`, both included; none when they are the other way round. */
export function onlineDays(facts: Facts, { first, last, ...offering }: Offering): OnlineDay[] {
  const days = daysFrom(first, Math.max(0, first.until(last, { largestUnit: "day" }).days + 1));
  return factsByDay(facts, days).map((ofDay, index) => onlineDay(ofDay, days[index] as LocalDay, offering));
}

type OfferingOnDay = Omit<Offering, "first" | "last">;

function onlineDay(facts: Facts, day: LocalDay, offering: OfferingOnDay): OnlineDay {
  const { span } = offering;
  const date = day.date.toString();
  const queues = queueDays(facts, day).filter(({ queue }) => takes(queue, true));
  const room = onlineRoom(queues, date, offering);
  const times = timesIn(span);
  const [opens = null] = times.length === 0 && span.to < day.to ? timesIn({ from: span.to, to: day.to }) : [];
  const closed = facts.closed.filter(({ queue }) => queue === null).map((part) => closedPart(part, day));
  const state = stateOf();
  return { date, times, state, opens: state === "later" ? opens : null, closed };

  function timesIn(within: Interval): string[] {
    const starts = new Set(
      queues.flatMap((queueDay) => startsIn(queueDay, day, room.left, { ...offering, span: within })),
    );
    return [...starts].sort((a, b) => a - b).map((start) => clockText(day.minuteOf(start)));
  }

  function stateOf(): OnlineDay["state"] {
    if (times.length > 0) return "free";
    if (span.from >= day.to) return "past";
    if (room.open === 0) return "closed";
    if (queues.every((queueDay) => openParts(queueDay).every(({ to }) => to <= span.from))) return "past";
    return opens !== null || span.to <= day.from ? "later" : "full";
  }
}

/** Of a day's public places, in minutes: how much is open at all, and what of it citizens may still take. */
export function onlineRoom(
  queues: readonly QueueDay[],
  date: string,
  { counterPercent, taken }: OfferingOnDay,
): { readonly open: number; readonly left: number } {
  const open = queues.reduce((sum, queueDay) => sum + lengthOf(openParts(queueDay)), 0);
  return { open, left: Math.floor((open * (100 - counterPercent)) / 100) - (taken.get(date) ?? 0) };
}

function startsIn(queueDay: QueueDay, day: LocalDay, room: number, { minutes, span }: OfferingOnDay): number[] {
  if (visitMinutes(queueDay.queue.slotMinutes, minutes) > room) return [];
  return freeStarts(queueDay, day, minutes).filter((start) => start >= span.from && start < span.to);
}

function closedPart({ kind, reason, reasonEn, from, to }: Closed, day: LocalDay): ClosedSpan {
  const minute = (at: number) => (Math.min(at, day.to) === day.to ? 1440 : day.minuteOf(Math.max(at, day.from)));
  return { kind, reason, reasonEn: reasonEn ?? null, from: minute(from), to: minute(to) };
}
