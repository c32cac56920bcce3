import { dateAt, dayAfter, secondOn } from "../athens.ts";
import { type Log, type LogOffice, type LogQueue, serviceIn, stands } from "../log.ts";
import { weeklyOn } from "../open-hours.ts";

/** Where rules of an office changed, day by day, as docs/decisions/0061 says. */

interface RuleDay {
  readonly date: string;
  readonly kind: string;
  readonly name: string | null;
  readonly queues: number | null;
  readonly minutes: { readonly before: number | null; readonly after: number | null } | null;
}

interface Span {
  readonly from: string;
  readonly to: string;
  /** By what stands then */
  readonly by: number;
}

const MOST = 9;

/** The last nine, in the order of their days. */
export function ruleDays(log: Log, office: LogOffice, span: Span): RuleDay[] {
  const days = datesOf(span).flatMap((date) => [
    ...queuesOn(office, date),
    ...datedOn(office, date, span.by),
    ...hoursOn(office, date, span),
    ...closedOn(office, date, span.by),
    ...minutesOn(log, office, date),
  ]);
  return days.slice(-MOST);
}

function datesOf({ from, to }: Span): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = dayAfter(date)) dates.push(date);
  return dates;
}

const BLANK = { name: null, queues: null, minutes: null };

/** Not what was said for certain dates alone. */
function serves({ since, ends, switches }: LogQueue, at: number): boolean {
  if (since !== null && since > at) return false;
  if (ends.some((each) => stands(each, at))) return false;
  return switches.findLast((each) => stands(each, at))?.isActive ?? true;
}

/** Which serves in the evening, and did not the evening before, or the other way round. */
function switchOf(queue: LogQueue, date: string): "queue-opened" | "queue-ended" | null {
  const [before, after] = [secondOn(date, 0) - 1, secondOn(date, 1440) - 1].map((at) => serves(queue, at));
  if (before === after) return null;
  return after ? "queue-opened" : "queue-ended";
}

const queuesOn = ({ queues }: LogOffice, date: string): RuleDay[] =>
  queues.flatMap((queue) => {
    const kind = switchOf(queue, date);
    return kind ? [{ ...BLANK, date, kind, name: queue.name }] : [];
  });

/** For certain dates otherwise than for good, and not so the day before. */
function datedOn({ queues }: LogOffice, date: string, by: number): RuleDay[] {
  return queues.flatMap((queue) => {
    if (queue.ends.some((each) => stands(each, by))) return [];
    const said = saidOf(queue, date, by);
    if (said === null || said === saidOf(queue, dayAfter(date, -1), by)) return [];
    return [{ ...BLANK, date, kind: said ? "queue-on-for-dates" : "queue-off-for-dates", name: queue.name }];
  });
}

const saidOf = ({ dated }: LogQueue, date: string, by: number): boolean | null =>
  dated.findLast((each) => stands(each, by) && each.from <= date && date <= each.to)?.isActive ?? null;

/** Whose week is another one than the day before; a queue that begins has no other hours. */
function hoursOn(office: LogOffice, date: string, { from, by }: Span): RuleDay[] {
  if (date === from) return [];
  const others = office.queues.filter(
    (queue) =>
      !queue.ends.some((each) => stands(each, by)) &&
      switchOf(queue, date) !== "queue-opened" &&
      weekOn(office, queue, date, by) !== weekOn(office, queue, dayAfter(date, -1), by),
  );
  const [first] = others;
  if (!first) return [];
  return [
    { ...BLANK, date, kind: "hours-changed", name: others.length === 1 ? first.name : null, queues: others.length },
  ];
}

const weekOn = (office: LogOffice, { number }: LogQueue, date: string, by: number): string =>
  JSON.stringify([1, 2, 3, 4, 5, 6, 7].map((weekday) => weeklyOn(office, number, { date, weekday, by })));

function closedOn({ closings }: LogOffice, date: string, by: number): RuleDay[] {
  const begun = closings.filter((each) => each.first === date && stands(each, by));
  const groups = Map.groupBy(begun, ({ last, reason }) => `${last} ${reason}`);
  return [...groups.values()].map((those) => ({
    ...BLANK,
    date,
    kind: "closed",
    name: (those[0] as { reason: string }).reason,
    queues: those.some(({ queue }) => queue === null) ? null : those.length,
  }));
}

/** As long as it took until then, whoever had said so. */
function minutesOn(log: Log, { ownMinutes }: LogOffice, date: string): RuleDay[] {
  const catalogued = (code: string, by: number) => serviceIn(log, code, by)?.minutes ?? null;
  const mark = (code: string, before: number | null, after: number | null): RuleDay => ({
    ...BLANK,
    date,
    kind: "minutes-changed",
    name: serviceIn(log, code, Number.POSITIVE_INFINITY)?.name ?? code,
    minutes: { before, after },
  });
  const own = ownMinutes.flatMap(({ at, service, minutes }, index) => {
    if (dateAt(at) !== date) return [];
    const before = ownMinutes.slice(0, index).findLast((each) => each.service === service)?.minutes ?? null;
    return [mark(service, before ?? catalogued(service, at), minutes ?? catalogued(service, at))];
  });
  const national = log.catalogue.flatMap(({ at, code, minutes }) =>
    at !== null && dateAt(at) === date && minutes !== catalogued(code, at - 1)
      ? [mark(code, catalogued(code, at - 1), minutes)]
      : [],
  );
  return [...own, ...national];
}
