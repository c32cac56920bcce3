import { clipped, type Span, without } from "../../appointments/ui/spans.ts";
import { minuteOf, timeOf } from "../../web/dates.ts";
import type { Exception, Queue, Queues } from "../contract.ts";
import { firstDate, hoursOn, WEEKDAYS } from "./hours-week.ts";

/** A queue's coming week: each weekday at its next date. Pure. */
export interface StripDay {
  readonly date: string;
  readonly isToday: boolean;
  /** Whether it takes appointments on that date */
  readonly isActive: boolean;
  /** On that date it is otherwise than for good */
  readonly isDated: boolean;
  readonly hours: readonly Span[];
  /** Hours besides its own */
  readonly extra: readonly Span[];
  /** When it does not serve, though it would */
  readonly out: readonly Span[];
  /** Why it serves at no time of the day; null: it does, or has no hours then */
  readonly closedFor: string | null;
}

const SUNDAY = 7;

export function weekStrip(queue: Queue, { queues, exceptions, now }: Queues): StripDay[] {
  const isSundayUsed = queues.some(
    ({ archived, hours }) => !archived && hours.some(({ weekday }) => weekday === SUNDAY),
  );
  const weekdays = isSundayUsed ? WEEKDAYS : WEEKDAYS.slice(0, -1);
  const own = exceptions.filter((exception) => exception.queue === null || exception.queue === queue.number);
  return weekdays.map((weekday) => dayOf(queue, own, firstDate(weekday, now.date), now.date));
}

function dayOf(queue: Queue, exceptions: readonly Exception[], date: string, today: string): StripDay {
  const hours = hoursOn(queue.hours, date).map(({ opens, closes }) => ({
    from: minuteOf(opens),
    to: minuteOf(closes),
  }));
  const spansOf = (kind: Exception["kind"]) => exceptions.flatMap((each) => (each.kind === kind ? on(each, date) : []));
  const closed = spansOf("closed");
  const extra = spansOf("extra");
  const open = [...hours, ...extra];
  const out = closed.flatMap((span) => open.flatMap((part) => clipped(part, span) ?? []));
  const isAllOut = open.length > 0 && open.every((span) => without(span, closed).length === 0);
  const reason = exceptions.find((each) => each.kind === "closed" && on(each, date).length > 0)?.reason ?? null;
  const isActive = queue.activity.find(({ from, to }) => from <= date && date <= to)?.active ?? queue.active;
  return {
    ...{ date, hours, extra, out },
    isToday: date === today,
    isActive,
    isDated: isActive !== queue.active,
    closedFor: isAllOut ? reason : null,
  };
}

/** The part of it that falls on the date. */
function on({ from, to }: Exception, date: string): Span[] {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  if (date < first || date > last) return [];
  const span = { from: first < date ? 0 : minuteOf(timeOf(from)), to: last > date ? 1440 : minuteOf(timeOf(to)) };
  return span.from < span.to ? [span] : [];
}

const USUAL: Span = { from: 7 * 60, to: 20 * 60 };

/** The hours that every band of the page covers, so that they can be compared. */
export function rangeOf(spans: readonly Span[]): Span {
  const hour = (minute: number, round: (value: number) => number) => round(minute / 60) * 60;
  return {
    from: Math.min(USUAL.from, ...spans.map(({ from }) => hour(from, Math.floor))),
    to: Math.max(USUAL.to, ...spans.map(({ to }) => hour(to, Math.ceil))),
  };
}
