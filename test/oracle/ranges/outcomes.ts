import { dateAt, dayAfter, minuteAt } from "../athens.ts";
import { type Course, courseOf } from "../course.ts";
import type { DaysByNight } from "../days-by-night.ts";
import type { LogTold } from "../log.ts";
import { type Range, rangeOfNumber, rangesOfHours } from "./estimate.ts";
import { CASES, isRightTooSeldom } from "./silence.ts";

/** What became of each range of waiting that was said, night by night, as docs/decisions/0064 says. */

type Outcome = "within" | "shorter" | "longer" | "unknown";
export type Outcomes = Record<Outcome, number>;
type Kind = "number" | "hours";

interface Voice {
  readonly isSilent: boolean;
  readonly since: string;
}
type Voices = Readonly<Record<Kind, Voice>>;

/** Of one date, by where it was said and whether it was */
interface DayOutcomes {
  readonly date: string;
  readonly place: string;
  readonly isSaid: boolean;
  readonly outcomes: Outcomes;
}

export interface OfficeRanges {
  readonly days: readonly DayOutcomes[];
  /** null: no night has counted yet */
  readonly voices: Voices | null;
  /** Of pages that told something else than the days that were counted come to */
  readonly mistold: readonly string[];
}

export const kindOf = ({ place }: DayOutcomes): Kind => (place.startsWith("usual-") ? "hours" : "number");

export function rangesOf(days: DaysByNight): OfficeRanges {
  const counted = new Map<string, DayOutcomes>();
  const mistold: string[] = [];
  const add = count(counted);
  let voices: Voices | null = null;
  let before: number | null = null;
  for (const night of days.log.nights) {
    const silent = silentIn(voices);
    for (const { told, range, isFirst } of rangesBetween(days, before, night)) {
      mistold.push(...mistakeIn(told, silent.number ? null : range));
      const course = courseOf(told.visit, days.log, night);
      if (isFirst && range && course)
        add(dateAt(told.at), told.on, !silent.number, outcomeOf(range, waitedAt(told), course));
    }
    if (before !== null)
      for (const { date, manner, outcome } of outcomesOfHours(days, before, night))
        add(date, `usual-${manner}`, !silent.hours, outcome);
    voices = nextVoices(voices, [...counted.values()], dayAfter(dateAt(night), -1));
    before = night;
  }
  return { days: [...counted.values()], voices, mistold };
}

const silentIn = (voices: Voices | null) => ({
  number: voices?.number.isSilent ?? false,
  hours: voices?.hours.isSilent ?? false,
});

const count =
  (counted: Map<string, DayOutcomes>) =>
  (date: string, place: string, isSaid: boolean, outcome: Outcome): void => {
    const name = `${date} ${place} ${isSaid}`;
    const found = counted.get(name) ?? {
      date,
      place,
      isSaid,
      outcomes: { within: 0, shorter: 0, longer: 0, unknown: 0 },
    };
    found.outcomes[outcome] += 1;
    counted.set(name, found);
  };

/** Minutes on the clock since the number was taken. */
export const waitedAt = ({ at, visit }: LogTold): number =>
  minuteAt(at) - minuteAt(visit.marks.find(({ kind }) => kind === "number")?.at as number);

interface RangeTold {
  readonly told: LogTold;
  /** As the days come to; null: of too few, or too little of them was recorded */
  readonly range: Range | null;
  /** Of a number at one place the first of a quarter of an hour */
  readonly isFirst: boolean;
}

function rangesBetween(days: DaysByNight, before: number | null, night: number): RangeTold[] {
  const quarters = new Map<LogTold["visit"], Set<string>>();
  return days.office.told
    .filter(({ at }) => at <= night && at > (before ?? 0))
    .map((told) => {
      const waited = waitedAt(told);
      const range = before === null ? null : rangeOfNumber(days, dateAt(told.at), before, waited);
      const own = quarters.get(told.visit) ?? new Set();
      const quarter = `${told.on} ${Math.floor(waited / 15)}`;
      const isFirst = !own.has(quarter);
      quarters.set(told.visit, own.add(quarter));
      return { told, range, isFirst };
    });
}

function mistakeIn({ at, on, range }: LogTold, wanted: Range | null): string[] {
  const [right, told] = [wanted && `${wanted.from} to ${wanted.to}`, range?.join(" to ") ?? null];
  return right === told
    ? []
    : [`on a ${on} at ${new Date(at * 1000).toISOString()}: ${right} by the log, ${told} told`];
}

/** Whoever went away in time might have been served in time, or not. */
function outcomeOf({ from, to }: Range, waited: number, { waitsFrom, begun, left }: Course): Outcome {
  const end = begun ?? left;
  if (waitsFrom === null || end === null) return "unknown";
  // Who begins before the agreed time has waited nothing.
  const minutes = Math.max(0, Math.floor((end - waitsFrom) / 60)) - waited;
  if (minutes > to) return "longer";
  if (begun === null) return "unknown";
  return minutes < from ? "shorter" : "within";
}

/** Everybody who began to wait in an hour of which the page said something, as it was made in the night before. */
function outcomesOfHours(days: DaysByNight, before: number, night: number) {
  const [until, last] = [before, night].map((each) => dayAfter(dateAt(each), -1)) as [string, string];
  return (["walk-in", "appointment"] as const).flatMap((manner) => {
    const ranges = rangesOfHours(days, until, manner, before);
    const courses: Course[] = [];
    for (let date = dayAfter(until); date <= last; date = dayAfter(date)) courses.push(...days.at(date, night).courses);
    return courses.flatMap((course) => {
      const since = mannerSeen(course) === manner ? sinceOf(course) : null;
      const range = since === null ? undefined : ranges.get(Math.floor(minuteAt(since) / 60));
      return range ? [{ date: course.date, manner, outcome: outcomeOf(range, 0, course) }] : [];
    });
  });
}

function mannerSeen({ appointed, seen }: Course): Course["manner"] {
  if (appointed === null) return "walk-in";
  return seen !== null && seen > appointed ? "late-appointment" : "appointment";
}

/** Also of those of whom it is not known when it ended. */
function sinceOf({ seen, appointed, hasCome, isFromPaper, placeFrom }: Course): number | null {
  if (seen !== null) return Math.max(seen, appointed ?? seen);
  return hasCome && isFromPaper ? placeFrom : null;
}

const DAYS = 28;

function nextVoices(before: Voices | null, all: readonly DayOutcomes[], last: string): Voices {
  const today = dayAfter(last);
  const next = (kind: Kind): Voice => {
    const { isSilent, since } = before?.[kind] ?? { isSilent: false, since: today };
    const those = all.filter((one) => kindOf(one) === kind && one.date >= since && one.date > dayAfter(last, -DAYS));
    const kept = those.reduce((sum, { outcomes }) => sum + outcomes.within + outcomes.shorter, 0);
    const of = kept + those.reduce((sum, { outcomes }) => sum + outcomes.longer, 0);
    const isNext = isSilent ? of < CASES || kept * 10 < of * 9 : isRightTooSeldom(kept, of);
    return isNext === isSilent ? { isSilent, since } : { isSilent: isNext, since: today };
  };
  return { number: next("number"), hours: next("hours") };
}
