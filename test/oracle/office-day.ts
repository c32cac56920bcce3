import { dateAt, dayAfter, minuteAt, secondOn } from "./athens.ts";
import { type Cell, cellsOf, serviceSeconds } from "./cells.ts";
import { type Course, courseOf } from "./course.ts";
import type { Log, LogOffice, LogVisit } from "./log.ts";
import { minutesServed, thirdFree } from "./open-hours.ts";

/** What a night must have counted of one day of an office, by what was known in the last night that counted it. */
export interface OfficeDay {
  readonly date: string;
  readonly courses: readonly Course[];
  readonly cells: readonly Cell[];
  readonly completeness: Completeness;
  readonly capacity: OfficeCapacity;
  /** Of the night right after; undefined: nobody looked */
  readonly thirdFree: number | null | undefined;
  /** Code of a service → its whole minutes, one by one */
  readonly services: ReadonlyMap<string, readonly number[]>;
}

interface Completeness {
  readonly visits: number;
  readonly complete: number;
  readonly fromPaper: number;
  readonly suspect: number;
  readonly unresolved: number;
  readonly notStarted: number;
  readonly notCompleted: number;
  readonly atOnce: number;
}

interface OfficeCapacity {
  readonly openMinutes: number;
  readonly bookedMinutes: number;
  readonly servedMinutes: number;
  readonly overtimeMinutes: number | null;
  readonly counters: number;
  readonly tickets: number;
}

const AGAIN_DAYS = 7;
const MOST_DAYS = 60;

/** Each night counts what no night has counted, and the last seven days anew: by date the last night that did. */
export function lastCounts(nights: readonly number[], dateOf: (second: number) => string): Map<string, number> {
  const counts = new Map<string, number>();
  let until: string | null = null;
  for (const night of nights) {
    const last = dayAfter(dateOf(night), -1);
    const again = dayAfter(last, 1 - AGAIN_DAYS);
    const next = until === null ? again : [again, dayAfter(until)].sort()[0];
    const first = [next as string, dayAfter(last, 1 - MOST_DAYS)].sort()[1] as string;
    for (let date = first; date <= last; date = dayAfter(date)) counts.set(date, night);
    until = last;
  }
  return counts;
}

export function officeDay(
  log: Log,
  office: LogOffice,
  { visits, date, by }: { readonly visits: readonly LogVisit[]; readonly date: string; readonly by: number },
): OfficeDay {
  const courses = visits
    .filter((visit) => datesOf(visit).has(date))
    .flatMap((visit) => courseOf(visit, log, by) ?? [])
    .filter((one) => one.date === date);
  const firstNight = log.nights.find((night) => night >= secondOn(date, 1440)) as number;
  const isSeen = firstNight < secondOn(date, 2880);
  const capacity = once(() => capacityOf(log, office, { courses, date, by }));
  const free = once(() => (isSeen ? thirdFree(log, office, visits, firstNight) : undefined));
  const cells = once(() => cellsOf(courses));
  return {
    date,
    courses,
    completeness: completenessOf(courses),
    services: servicesOf(courses),
    get capacity() {
      return capacity();
    },
    get thirdFree() {
      return free();
    },
    get cells() {
      return cells();
    },
  };
}

/** Reckoned when it is first asked for: what takes long is not asked of each night. */
function once<T>(reckon: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: reckon() };
    return found.value;
  };
}

const dates = new WeakMap<LogVisit, { readonly marks: number; readonly dates: ReadonlySet<string> }>();

/** On which a visit may have been, by any of its marks. */
function datesOf(visit: LogVisit): ReadonlySet<string> {
  const found = dates.get(visit);
  if (found?.marks === visit.marks.length) return found.dates;
  const all = new Set(visit.marks.map(({ at, place }) => dateAt(place?.from ?? at)));
  dates.set(visit, { marks: visit.marks.length, dates: all });
  return all;
}

/** Recorded whole: here, begun and done were pressed in this order, ten seconds apart at least. */
function completenessOf(courses: readonly Course[]): Completeness {
  const visits = courses.filter(({ hasCome, hasLeft }) => hasCome && !hasLeft);
  const byPressing = visits.filter(({ isFromPaper }) => !isFromPaper);
  const whole = byPressing.filter(
    ({ came, begun, ended }) =>
      came !== null && begun !== null && ended !== null && begun - came >= 10 && ended - begun >= 10,
  );
  const others = byPressing.filter((one) => !whole.includes(one));
  return {
    visits: visits.length,
    complete: whole.length,
    fromPaper: visits.length - byPressing.length,
    suspect: courses.filter((one) => one.begun !== null && one.ended !== null && serviceSeconds(one) === null).length,
    unresolved: courses.filter(({ isAwaited, refused }) => isAwaited && refused === null).length,
    notStarted: others.filter(({ begun }) => begun === null).length,
    notCompleted: others.filter(({ begun, ended }) => begun !== null && ended === null).length,
    atOnce: others.filter(({ begun, ended }) => begun !== null && ended !== null).length,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function capacityOf(
  log: Log,
  office: LogOffice,
  { courses, date, by }: { readonly courses: readonly Course[]; readonly date: string; readonly by: number },
): OfficeCapacity {
  const open = office.queues.flatMap((queue) => minutesServed(log, office, queue, date, by));
  const ends = courses.flatMap(({ ended }) => (ended === null ? [] : [minuteAt(ended)]));
  const closing = Math.max(...open) + 1;
  return {
    openMinutes: open.length,
    bookedMinutes: sum(courses.map(({ appointed, placeMinutes }) => (appointed === null ? 0 : placeMinutes))),
    servedMinutes: Math.round(sum(courses.map((one) => serviceSeconds(one) ?? 0)) / 60),
    overtimeMinutes: open.length === 0 || ends.length === 0 ? null : Math.max(0, Math.max(...ends) - closing),
    counters: countersOf(courses).size,
    tickets: courses.filter(({ isNumber, refused }) => isNumber && refused === null).length,
  };
}

const countersOf = (courses: readonly Course[]) =>
  new Set(courses.filter(({ isServed }) => isServed).map(({ counter }) => counter));

/** Nobody's pace: on a day on which fewer than three counters served nothing is told of any service. */
function servicesOf(courses: readonly Course[]): Map<string, number[]> {
  const services = new Map<string, number[]>();
  if (countersOf(courses).size < 3) return services;
  for (const one of courses) {
    const lasted = serviceSeconds(one);
    if (one.service === null || lasted === null) continue;
    services.set(one.service, [...(services.get(one.service) ?? []), Math.floor(lasted / 60)]);
  }
  return services;
}
