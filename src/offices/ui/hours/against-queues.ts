import { union, without } from "../../../availability/intervals.ts";
import { minuteOf } from "../../../kit/dates.ts";
import type { Interval } from "../../../platform/time.ts";
import type { Exception, Queue } from "../../../queues/contract.ts";
import { dayHoursWords } from "../../hours/day-hours.ts";
import { type OfficeHours, ownHoursOn } from "../../hours/office-hours.ts";

/** Where the office's own hours and those of its queues say different things. Pure. */
export type Difference =
  /** Visits are booked while it would show as closed; of all queues: null */
  | { readonly is: "queue-outside"; readonly queue: number | null; readonly days: Days; readonly hours: string }
  /** It shows as open and no queue serves */
  | { readonly is: "without-queue"; readonly days: Days; readonly hours: string };

/** A weekday, or a date */
type Days = { readonly weekday: number } | { readonly date: string };

const DAY: Interval = { from: 0, to: 1440 };

type ServingQueue = Pick<Queue, "number" | "active" | "archived" | "hours">;
type ExtraTime = Pick<Exception, "queue" | "kind" | "from" | "to">;

/** By the hours that hold today, in the order of the week, and extra hours to come. None while the office's own are not known. */
export function againstQueues(
  hours: OfficeHours,
  { queues, exceptions, today }: { queues: readonly ServingQueue[]; exceptions: readonly ExtraTime[]; today: string },
): Difference[] {
  const { counter } = hours;
  if (!counter) return [];
  const serving = queues.filter(({ active, archived }) => active && !archived);
  return [...counter.flatMap((open, day) => ofWeekday(open, day + 1)), ...exceptions.flatMap(ofExtra)];

  function ofWeekday(open: readonly Interval[], weekday: number): Difference[] {
    const served = serving.map((queue) => ({ queue: queue.number, parts: partsOf(queue, weekday, today) }));
    const outside = served.flatMap(({ queue, parts }): Difference[] => {
      const left = without(parts, open);
      return left.length > 0 ? [{ is: "queue-outside", queue, days: { weekday }, hours: dayHoursWords(left) }] : [];
    });
    const unserved = without(
      open,
      union(
        DAY,
        served.flatMap(({ parts }) => parts),
      ),
    );
    return unserved.length > 0
      ? [...outside, { is: "without-queue", days: { weekday }, hours: dayHoursWords(unserved) }]
      : outside;
  }

  function ofExtra({ queue, kind, from, to }: ExtraTime): Difference[] {
    const date = from.slice(0, 10);
    const open = ownHoursOn(hours, "counter", Temporal.PlainDate.from(date)).hours ?? [];
    const ends = to.slice(0, 10) === date ? minuteOf(to.slice(11, 16)) : DAY.to;
    const left = kind === "extra" ? without([{ from: minuteOf(from.slice(11, 16)), to: ends }], open) : [];
    return left.length > 0 ? [{ is: "queue-outside", queue, days: { date }, hours: dayHoursWords(left) }] : [];
  }
}

function partsOf({ hours }: ServingQueue, weekday: number, today: string): Interval[] {
  const own = hours.filter(
    ({ from, to, ...each }) => each.weekday === weekday && (from ?? today) <= today && today <= (to ?? today),
  );
  return union(
    DAY,
    own.map(({ opens, closes }) => ({ from: minuteOf(opens), to: minuteOf(closes) })),
  );
}
