import { minuteOf } from "../../../kit/dates.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import type { Span } from "../../../kit/spans.ts";
import type { Queue, Queues } from "../../contract.ts";
import { spanOfTimes } from "../hours/hours-draft.ts";
import { WEEKDAYS } from "../hours/hours-week.ts";
import { weekStrip } from "../week-strip.ts";
import { weekIn } from "./new-queue-texts.ts";

/** How many times a new queue opens. Pure. */
export interface NewTimes {
  /** What is left of today, less what closes the whole office */
  readonly today: number;
  readonly week: number;
  /** Of each day with hours, where they are all alike */
  readonly eachDay: number | null;
}

export function newTimes(values: Texts, page: Queues): NewTimes {
  const slot = Number(values.slotMinutes);
  const none: NewTimes = { today: 0, week: 0, eachDay: null };
  if (!(slot > 0)) return none;
  const spansOf = (day: number) => (weekIn(values)[day] ?? []).flatMap((times) => spanOfTimes(times) ?? []);
  const days = WEEKDAYS.map((day) => startsIn(spansOf(day), slot).length).filter((count) => count > 0);
  const today = weekStrip(asQueue(values), page).find(({ isToday }) => isToday);
  const left = startsIn(today?.hours ?? [], slot).filter(
    (start) =>
      start >= minuteOf(page.now.time) && !today?.out.some(({ from, to }) => start < to && from < start + slot),
  );
  return {
    today: left.length,
    week: days.reduce((sum, count) => sum + count, 0),
    eachDay: new Set(days).size === 1 ? (days[0] ?? null) : null,
  };
}

const startsIn = (spans: readonly Span[], slot: number): number[] =>
  spans.flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / slot) }, (_, index) => from + index * slot),
  );

/** It has no exceptions of its own yet. */
const asQueue = (values: Texts): Queue => ({
  number: 0,
  name: "",
  isDefault: false,
  active: true,
  public: false,
  archived: false,
  employee: null,
  slotMinutes: Number(values.slotMinutes),
  arrow: null,
  version: 0,
  pastHours: [],
  activity: [],
  substitutes: [],
  hours: WEEKDAYS.flatMap((weekday) =>
    (weekIn(values)[weekday] ?? [])
      .filter((times) => spanOfTimes(times) !== null)
      .map((times) => ({ weekday, ...times, from: null, to: null })),
  ),
});
