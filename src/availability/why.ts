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
  "too-short",
] as const;

export interface ExplainedPart extends Interval {
  readonly why: (typeof WHYS)[number];
  /** In the words of whoever closed it */
  readonly reason: string | null;
}

/** Of `whole`, part by part and without a gap, for a visit of `minutes`. */
export function explain(
  queueDay: QueueDay,
  day: LocalDay,
  whole: Interval,
  minutes: number,
  nowMinute: number,
): ExplainedPart[] {
  const starts = freeStarts(queueDay, day, minutes).filter((start) => start >= nowMinute);
  const parts = cut(whole, boundaries(queueDay, nowMinute)).map((part) => ({
    ...part,
    ...whyOf(queueDay, part, nowMinute),
  }));
  return joined(parts).map((part) => {
    const isFree = part.why === "free" && !starts.some((start) => part.from <= start && start < part.to);
    return isFree ? { ...part, why: "too-short" } : part;
  });
}

const boundaries = ({ hours, closed, taken }: QueueDay, nowMinute: number): number[] =>
  [...hours, ...closed, ...taken].flatMap(({ from, to }) => [from, to]).concat(nowMinute);

function cut(whole: Interval, at: readonly number[]): Interval[] {
  const inside = at.filter((minute) => whole.from < minute && minute < whole.to);
  const edges = [...new Set([whole.from, ...inside, whole.to])].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => ({ from: edges[index] as number, to }));
}

/** What stands in the way first: what the head can change before what she can't. */
function whyOf(
  { queue, hours, closed, taken }: QueueDay,
  part: Interval,
  nowMinute: number,
): Pick<ExplainedPart, "why" | "reason"> {
  if (!queue.active) return { why: "queue-inactive", reason: null };
  if (!hours.some((open) => overlaps(open, part))) return { why: "outside-hours", reason: null };
  const closing = closed.find((one) => overlaps(one, part));
  if (closing) return { why: closing.kind, reason: closing.reason };
  if (part.to <= nowMinute) return { why: "past", reason: null };
  return { why: taken.some((one) => overlaps(one, part)) ? "taken" : "free", reason: null };
}

function joined(parts: readonly ExplainedPart[]): ExplainedPart[] {
  const whole: ExplainedPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.why === part.why && last.reason === part.reason)
      whole[whole.length - 1] = { ...last, to: part.to };
    else whole.push(part);
  }
  return whole;
}
