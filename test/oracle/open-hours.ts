import { dateAt, dayAfter, minuteAt, secondOn, weekdayOf } from "./athens.ts";
import { type Log, type LogOffice, type LogQueue, type LogVisit, stands } from "./log.ts";

/** When queues serve, minute by minute and in no hurry. */

/** Half-open, in minutes of one date. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** As its head has said of it by that moment. */
export function isActive(queue: LogQueue, date: string, at: number, by: number): boolean {
  if (queue.since !== null && queue.since > at) return false;
  const said = <Entry extends { readonly at: number; readonly takenBack: number | null }>(entries: readonly Entry[]) =>
    entries.filter((entry) => stands(entry, at) && entry.at <= by);
  if (said(queue.ends).length > 0) return false;
  const ofDate = said(queue.dated).findLast(({ from, to }) => from <= date && date <= to);
  return ofDate?.isActive ?? said(queue.switches).at(-1)?.isActive ?? true;
}

/** The hours of a queue on a date, whole, with what closes parts of them: by the rules as they are known at a moment. */
function hoursOn(log: Log, office: LogOffice, queue: LogQueue, date: string, by: number): Part[] {
  if ((log.holidays.get(date) ?? Number.POSITIVE_INFINITY) <= by) return [];
  const weekly = weeklyOn(office, queue.number, { date, weekday: weekdayOf(date), by });
  const extra = office.extra.filter(
    (each) => stands(each, by) && each.date === date && (each.queue ?? queue.number) === queue.number,
  );
  return [...weekly, ...extra].map(({ opens, closes }) => ({ from: opens, to: closes }));
}

/** What holds on a date for a weekday: what was said of it last. */
export function weeklyOn(
  office: LogOffice,
  queue: number,
  { date, weekday, by }: { readonly date: string; readonly weekday: number; readonly by: number },
): { readonly opens: number; readonly closes: number }[] {
  const said = office.weeks.findLast(
    (each) =>
      stands(each, by) && each.queue === queue && each.week[weekday] && each.from <= date && date <= (each.to ?? date),
  );
  if (said) return (said.week[weekday] ?? []).map(([opens, closes]) => ({ opens, closes }));
  return office.hours.filter((each) => each.queue === queue && each.weekday === weekday);
}

const isClosed = (office: LogOffice, queue: LogQueue, date: string, minute: number, by: number): boolean =>
  office.closed.some(
    (each) =>
      stands(each, by) &&
      each.date === date &&
      (each.queue ?? queue.number) === queue.number &&
      each.opens <= minute &&
      minute < each.closes,
  );

/** Minutes of the date in which a queue served. */
export function minutesServed(log: Log, office: LogOffice, queue: LogQueue, date: string, by: number): number[] {
  const minutes: number[] = [];
  const hours = hoursOn(log, office, queue, date, by);
  const start = secondOn(date, 0);
  for (const { from, to } of hours)
    for (let minute = from; minute < to; minute++) {
      // Hours by day: no clock changes between midnight's offset and theirs but on the Sundays that are asked below.
      const second = isPlain(date) ? start + minute * 60 : secondOn(date, minute);
      if (!isClosed(office, queue, date, minute, by) && isActive(queue, date, second, by)) minutes.push(minute);
    }
  return minutes;
}

const plain = new Map<string, boolean>();

function isPlain(date: string): boolean {
  const found = plain.get(date) ?? secondOn(date, 1440) - secondOn(date, 0) === 86_400;
  plain.set(date, found);
  return found;
}

export interface FreePlace {
  readonly date: string;
  readonly minute: number;
  readonly queue: number;
}

/** The places of a date by each queue's own slot that nobody has, in the order of time and then of queues. */
export function freeOn(log: Log, office: LogOffice, date: string, by: number, taken: readonly Taken[]): FreePlace[] {
  const places = office.queues.flatMap((queue) => {
    if (!isActive(queue, date, by, by)) return [];
    const own = taken.filter((each) => each.queue === queue.number && each.date === date);
    return hoursOn(log, office, queue, date, by).flatMap(({ from, to }) =>
      gridOf(from, to, queue.slotMinutes)
        .filter((minute) => isFree(minute, minute + queue.slotMinutes, own))
        .filter((minute) => isOpenAll(office, queue, date, minute, by))
        .map((minute) => ({ date, minute, queue: queue.number })),
    );
  });
  return places.sort((a, b) => a.minute - b.minute || a.queue - b.queue);
}

interface Taken {
  readonly queue: number;
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

function gridOf(from: number, to: number, slot: number): number[] {
  const starts: number[] = [];
  for (let minute = from; minute + slot <= to; minute += slot) starts.push(minute);
  return starts;
}

export const isFree = (from: number, to: number, taken: readonly Pick<Taken, "from" | "to">[]): boolean =>
  taken.every((other) => other.to <= from || to <= other.from);

function isOpenAll(office: LogOffice, queue: LogQueue, date: string, minute: number, by: number): boolean {
  for (let each = minute; each < minute + queue.slotMinutes; each++)
    if (isClosed(office, queue, date, each, by)) return false;
  return true;
}

/** What stands of an office's plan by a moment. */
export function takenAt(visits: readonly LogVisit[], by: number): Taken[] {
  return visits.flatMap(({ marks }) => {
    const standing = marks.filter((mark) => stands(mark, by));
    if (!standing.some(({ kind }) => kind === "made") || standing.some(({ kind }) => kind === "cancelled")) return [];
    const place = standing.findLast((mark) => mark.place)?.place;
    return place ? [takenOf(place)] : [];
  });
}

function takenOf({ queue, from, minutes }: { queue: number; from: number; minutes: number }): Taken {
  const [date, minute] = [dateAt(from), minuteAt(from)];
  return { queue, date, from: minute, to: minute + minutes };
}

const AHEAD_DAYS = 63;

/** Days from the date of the moment to the third free place by telephone; null: none within nine weeks. */
export function thirdFree(log: Log, office: LogOffice, visits: readonly LogVisit[], by: number): number | null {
  const taken = takenAt(visits, by);
  const today = dateAt(by);
  const earliest = Math.floor(by / 60) * 60 + office.leadMinutes * 60;
  let found = 0;
  for (let ahead = 0; ahead < AHEAD_DAYS; ahead++) {
    const date = dayAfter(today, ahead);
    for (const { minute } of freeOn(log, office, date, by, taken))
      if (secondOn(date, minute) >= earliest && ++found === 3) return ahead;
  }
  return null;
}
