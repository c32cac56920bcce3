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

/** Queues that began or ended: what was switched and switched back within a day is none. */
export function queueMarks(changes: readonly QueueSwitch[], names: ReadonlyMap<number, string>): RuleMark[] {
  const byDay = Map.groupBy(changes, ({ queue, at }) => `${dateOf(at)} ${queue}`);
  return [...byDay.values()].flatMap((those) => {
    const [first, last] = [those[0], those.at(-1)];
    if (!first || !last || first.wasActive === last.isActive) return [];
    const name = names.get(first.queue) ?? null;
    const kind = last.isActive ? ("queue-opened" as const) : ("queue-ended" as const);
    return [{ ...BLANK_MARK, date: dateOf(first.at).toString(), kind, name }];
  });
}

/** Other hours, one mark for all queues of a day. */
export function hoursMarks(
  begun: readonly { readonly date: string; readonly queue: number }[],
  names: ReadonlyMap<number, string>,
): RuleMark[] {
  return [...Map.groupBy(begun, ({ date }) => date)].map(([date, those]) => {
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
