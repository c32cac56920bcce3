import { dateOf } from "../../platform/time.ts";
import type { HowItWent } from "../contract.ts";
import type { ClosedQueue, QueueSwitch } from "./changes-sql.ts";

/** Where rules changed under the figures, for the marks below the crowd of days. Pure. */

export type RuleMark = HowItWent["changes"][number];

/** More would be a history, which has a page of its own */
const MOST_MARKS = 9;

/** In the order of their days; of too many the latest. */
export const marksOf = (all: readonly RuleMark[]): RuleMark[] =>
  all.toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(-MOST_MARKS);

export const BLANK_MARK = { name: null, queues: null, minutes: null } as const;

interface QueueDay {
  /** ISO text */
  readonly date: string;
  readonly queue: number;
}

interface QueueTurn extends QueueDay {
  readonly kind: "queue-opened" | "queue-ended";
}

/** Queues that began or ended on a day: what was switched and switched back within it is none. */
export function queueTurns(changes: readonly QueueSwitch[]): QueueTurn[] {
  const byDay = Map.groupBy(changes, ({ queue, at }) => `${dateOf(at)} ${queue}`);
  return [...byDay.values()].flatMap((those) => {
    const [first, last] = [those[0], those.at(-1)];
    if (!first || !last || first.wasActive === last.isActive) return [];
    const kind = last.isActive ? ("queue-opened" as const) : ("queue-ended" as const);
    return [{ date: dateOf(first.at).toString(), queue: first.queue, kind }];
  });
}

export const queueMarks = (turns: readonly QueueTurn[], names: ReadonlyMap<number, string>): RuleMark[] =>
  turns.map(({ date, queue, kind }) => ({ ...BLANK_MARK, date, kind, name: names.get(queue) ?? null }));

/** Of queues that were off, or served, for certain dates. */
export const datedMarks = (
  begun: readonly (QueueDay & { readonly isActive: boolean })[],
  names: ReadonlyMap<number, string>,
): RuleMark[] =>
  begun.map(({ date, queue, isActive }) => ({
    ...BLANK_MARK,
    date,
    kind: isActive ? ("queue-on-for-dates" as const) : ("queue-off-for-dates" as const),
    name: names.get(queue) ?? null,
  }));

/** Other hours, one mark for all queues of a day. A queue that begins has no other hours: it is marked as such. */
export function hoursMarks(
  begun: readonly QueueDay[],
  turns: readonly QueueTurn[],
  names: ReadonlyMap<number, string>,
): RuleMark[] {
  const isOpened = ({ date, queue }: QueueDay) =>
    turns.some((turn) => turn.kind === "queue-opened" && turn.date === date && turn.queue === queue);
  const others = begun.filter((each) => !isOpened(each));
  return [...Map.groupBy(others, ({ date }) => date)].map(([date, those]) => {
    const [first] = those;
    const name = those.length === 1 && first ? (names.get(first.queue) ?? null) : null;
    return { ...BLANK_MARK, date, kind: "hours-changed" as const, name, queues: those.length };
  });
}

/** Whole days on which queues, or all of them, did not serve, one mark for those of one reason. */
export function closedMarks(closed: readonly ClosedQueue[]): RuleMark[] {
  const groups = Map.groupBy(closed, ({ from, to, reason }) => JSON.stringify([from, to, reason]));
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    if (!first) return [];
    const isWhole = those.some(({ queue }) => queue === null);
    return [
      {
        ...BLANK_MARK,
        date: first.from,
        kind: "closed" as const,
        name: first.reason,
        queues: isWhole ? null : those.length,
      },
    ];
  });
}
