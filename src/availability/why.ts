import type { Interval, LocalDay } from "../platform/time.ts";
import { overlaps } from "./intervals.ts";
import { freeStarts, type QueueDay } from "./queue-day.ts";

/** «Γιατί δεν υπάρχει ώρα;» Why a visit can or can't begin in each part of a queue's day. Pure; epoch minutes. */

export const WHYS = [
  "free",
  "queue-inactive",
  "outside-hours",
  "exception",
  "closure",
  "holiday",
  "past",
  "taken",
  "repeated-hour",
  "too-short",
] as const;

const MINUTES_OF_DAY = 1440;

export interface ExplainedPart extends Interval {
  readonly why: (typeof WHYS)[number];
  /** In the words of the head or the ministry that closed it */
  readonly reason: string | null;
  readonly reasonEn?: string | null;
  /** The first of a free part, which may begin off the grid of slots: now, or when an exception ends */
  readonly start: number | null;
}

/** Of `whole`, part by part and without a gap, for a visit of `minutes`. */
export function explain(
  queueDay: QueueDay,
  day: LocalDay,
  whole: Interval,
  { minutes, nowMinute }: { readonly minutes: number; readonly nowMinute: number },
): ExplainedPart[] {
  const starts = freeStarts(queueDay, day, minutes).filter((start) => start >= nowMinute);
  const past = { from: Number.NEGATIVE_INFINITY, to: nowMinute };
  const repeated = repeatedHour(day);
  const edges = edgesOf([...queueDay.hours, ...queueDay.closed, ...queueDay.taken, past, ...repeated]);
  const room = roomIn(cut(whole, edges), starts, queueDay.queue.slotMinutes);
  const facts = { ...queueDay, past, repeated, room };
  const parts = cut(whole, [...edges, ...edgesOf(room)]).map((part) => ({ ...part, ...whyOf(facts, part) }));
  return joined(parts).map((part) => ({ ...part, start: firstIn(part, starts) }));
}

/** The hour that October's clock shows twice is offered the first time: this is the second. */
function repeatedHour(day: LocalDay): Interval[] {
  const extra = day.to - day.from - MINUTES_OF_DAY;
  if (extra <= 0) return [];
  let from = day.from;
  while (day.at(day.minuteOf(from)) === from) from++;
  return [{ from, to: from + extra }];
}

/**
 * The room in which visits may begin: of each part up to one slot after its last start. All of a part is in the same hours, so that
 * before its last start none is missing.
 */
const roomIn = (parts: readonly Interval[], starts: readonly number[], slotMinutes: number): Interval[] =>
  parts.flatMap((part) => {
    const last = starts.findLast((start) => part.from <= start && start < part.to);
    return last === undefined ? [] : [{ from: part.from, to: last + slotMinutes }];
  });

const firstIn = (part: Interval, starts: readonly number[]): number | null =>
  starts.find((start) => part.from <= start && start < part.to) ?? null;

const edgesOf = (parts: readonly Interval[]): number[] => parts.flatMap(({ from, to }) => [from, to]);

function cut(whole: Interval, at: readonly number[]): Interval[] {
  const inside = at.filter((minute) => whole.from < minute && minute < whole.to);
  const edges = [...new Set([whole.from, ...inside, whole.to])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => ({ from: edges[index] as number, to }));
}

interface ObstacleFacts extends QueueDay {
  readonly past: Interval;
  readonly repeated: readonly Interval[];
  readonly room: readonly Interval[];
}

type Why = Pick<ExplainedPart, "why" | "reason" | "reasonEn">;

/** The first obstacle: those that the head can change come before the others. */
function whyOf({ queue, hours, closed, taken, ...facts }: ObstacleFacts, part: Interval): Why {
  const isIn = (parts: readonly Interval[]) => parts.some((one) => overlaps(one, part));
  if (!queue.active) return { why: "queue-inactive", reason: null };
  if (!isIn(hours)) return { why: "outside-hours", reason: null };
  const closing = closed.find((one) => overlaps(one, part));
  if (closing) return { why: closing.kind, reason: closing.reason, reasonEn: closing.reasonEn };
  if (isIn([facts.past])) return { why: "past", reason: null };
  if (isIn(taken)) return { why: "taken", reason: null };
  if (isIn(facts.repeated)) return { why: "repeated-hour", reason: null };
  return { why: isIn(facts.room) ? "free" : "too-short", reason: null };
}

type UnjoinedPart = Omit<ExplainedPart, "start">;

function joined(parts: readonly UnjoinedPart[]): UnjoinedPart[] {
  const whole: UnjoinedPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.why === part.why && last.reason === part.reason)
      whole[whole.length - 1] = { ...last, to: part.to };
    else whole.push(part);
  }
  return whole;
}
