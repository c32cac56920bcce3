import { minuteOf, timeOf } from "../../kit/dates.ts";
import { clipped, type Span, spanWithout } from "../../kit/spans.ts";
import type { Exception, NationalClosing, Queue, Queues } from "../contract.ts";
import { firstDate, openingTimesOn, WEEKDAYS } from "./hours/hours-week.ts";

/** A queue's coming week: each weekday at its next date, from today on. Pure. */
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
  /** When it does not serve, though it would, and why */
  readonly out: readonly Out[];
  /** It would serve, but something stands in the way all day */
  readonly isAllOut: boolean;
}

export interface Out extends Span {
  readonly kind: "exception" | NationalClosing["kind"];
  /** In the words of whoever closed it */
  readonly reason: string;
  readonly reasonEn?: string | null | undefined;
}

interface Closing extends Pick<Exception, "from" | "to" | "reason"> {
  readonly kind: Out["kind"];
  readonly reasonEn?: Out["reasonEn"];
}

const SUNDAY = 7;

export function weekStrip(queue: Queue, { queues, exceptions, closings, now }: Queues): StripDay[] {
  const isSundayUsed = queues.some(
    ({ archived, hours }) => !archived && hours.some(({ weekday }) => weekday === SUNDAY),
  );
  const weekdays = isSundayUsed ? WEEKDAYS : WEEKDAYS.slice(0, -1);
  const own = exceptions.filter((exception) => exception.queue === null || exception.queue === queue.number);
  const ofKind = (kind: Exception["kind"]) => own.filter((exception) => exception.kind === kind);
  const closed = [...closings, ...ofKind("closed").map((exception) => ({ ...exception, kind: "exception" as const }))];
  const dates = weekdays.map((weekday) => firstDate(weekday, now.date)).toSorted();
  return dates.map((date) => dayOf(queue, { closed, additions: ofKind("extra") }, date, now.date));
}

function dayOf(
  queue: Queue,
  { closed, additions }: { readonly closed: readonly Closing[]; readonly additions: readonly Exception[] },
  date: string,
  today: string,
): StripDay {
  const hours = openingTimesOn(queue.hours, date).map(({ opens, closes }) => ({
    from: minuteOf(opens),
    to: minuteOf(closes),
  }));
  const isActive = queue.activity.find(({ from, to }) => from <= date && date <= to)?.active ?? queue.active;
  const extra = extraOf(hours, isActive ? additions : additions.filter((each) => each.queue !== null), date);
  const open = [...hours, ...extra];
  const out = closed.flatMap((closing) => outOf(open, closing, date)).toSorted((a, b) => a.from - b.from);
  return {
    date,
    hours,
    extra,
    out,
    isToday: date === today,
    isActive,
    isDated: isActive !== queue.active,
    isAllOut: open.length > 0 && open.every((span) => spanWithout(span, out).length === 0),
  };
}

/** They count where neither its own hours nor others of them are; those of the whole office where it is active. */
function extraOf(hours: readonly Span[], additions: readonly Exception[], date: string): Span[] {
  const extra: Span[] = [];
  for (const span of additions.flatMap((each) => on(each, date)))
    extra.push(...spanWithout(span, [...hours, ...extra]));
  return extra;
}

const outOf = (open: readonly Span[], closing: Closing, date: string): Out[] =>
  on(closing, date).flatMap((span) =>
    open.flatMap((part) => {
      const shut = clipped(part, span);
      return shut ? [{ ...shut, kind: closing.kind, reason: closing.reason, reasonEn: closing.reasonEn }] : [];
    }),
  );

/** Why it serves at no time of a day: what closes all of it by itself, or else all that do it together, each once. */
export function reasonsOf({ hours, extra, out }: StripDay): Out[] {
  const isSame = (a: Out, b: Out) => a.kind === b.kind && a.reason === b.reason;
  const reasons = out.filter((each, index) => out.findIndex((other) => isSame(each, other)) === index);
  const enough = reasons.filter((each) => {
    const alone = out.filter((other) => isSame(each, other));
    return [...hours, ...extra].every((span) => spanWithout(span, alone).length === 0);
  });
  return enough.length > 0 ? enough : reasons;
}

/** The part of it that falls on the date. */
function on({ from, to }: Pick<Exception, "from" | "to">, date: string): Span[] {
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
