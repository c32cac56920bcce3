import { dateAt, daysBetween, halfHourAt } from "./athens.ts";
import type { Course } from "./course.ts";

/** One value of a measure, in the half-hour of Athens in which it began: as docs/decisions/0024 says of each. */
export interface Cell {
  readonly measure: string;
  readonly class: string;
  readonly at: number;
  readonly value: number;
}

const wholeMinutes = (seconds: number): number => Math.floor(seconds / 60);

/** All cells of one day of an office. */
export function cellsOf(courses: readonly Course[]): Cell[] {
  return [...courses.flatMap(cellsOfOne), ...courses.flatMap((one) => changeover(one, courses)), ...crowdOf(courses)];
}

function cellsOfOne(one: Course): Cell[] {
  const cells: Cell[] = [];
  const add = (measure: string, at: number, value: number, ofClass: string = one.manner) =>
    cells.push({ measure, class: ofClass, at, value });
  const { appointed, came, waitsFrom, called, begun, left, made } = one;
  if (one.refused !== null) add("turned-away", one.refused, 0);
  if (appointed !== null && (one.hasCome || one.isMissed)) {
    const ahead = Math.max(0, daysBetween(dateAt(made), dateAt(appointed)));
    add(one.hasCome ? "came" : "no-show", appointed, ahead, one.channel);
  }
  if (came === null || waitsFrom === null) return cells;
  if (appointed !== null) {
    add("punctuality", appointed, wholeMinutes(came - appointed));
    add("early-presence", came, wholeMinutes(Math.max(0, appointed - came)));
  }
  if (called !== null && begun !== null) {
    add("call-wait", waitsFrom, wholeMinutes(Math.max(0, called - waitsFrom)));
    add("way", called, wholeMinutes(begun - called));
  }
  if (begun !== null) add("wait", waitsFrom, wholeMinutes(Math.max(0, begun - waitsFrom)));
  else if (left !== null) add("left", waitsFrom, wholeMinutes(Math.max(0, left - waitsFrom)));
  const lasted = serviceSeconds(one);
  if (lasted !== null) add("service", begun as number, wholeMinutes(lasted));
  return cells;
}

/** Of a service that neither was pressed at once nor was forgotten. */
export function serviceSeconds({ begun, ended, usualMinutes }: Course): number | null {
  if (begun === null || ended === null) return null;
  const lasted = ended - begun;
  return lasted < 30 || lasted > 4 * usualMinutes * 60 ? null : lasted;
}

/** From an end to the next beginning at the same counter, where somebody waited for it meanwhile. */
function changeover(one: Course, all: readonly Course[]): Cell[] {
  const { ended, begun, counter } = one;
  if (ended === null || begun === null) return [];
  const beginnings = all.flatMap((other) =>
    other.counter === counter && other.begun !== null && other.begun >= ended ? [other.begun] : [],
  );
  const waited = all.some((other) => {
    const until = other.begun ?? other.left;
    if (other.waitsFrom === null || until === null || other.waitsFrom > ended || until < ended) return false;
    return other.appointed === null || other.plan === counter || other.counter === counter;
  });
  if (beginnings.length === 0 || !waited) return [];
  const value = wholeMinutes(Math.min(...beginnings) - ended);
  return [{ measure: "changeover", class: "all", at: ended, value }];
}

/** At the end of each minute, how many were there who had not begun and did not go away without a trace. */
export function crowdOf(courses: readonly Course[]): Cell[] {
  const waiting = courses.flatMap(({ came, begun, left }) => {
    const until = begun ?? left;
    return came === null || until === null ? [] : [{ came, until }];
  });
  if (waiting.length === 0) return [];
  const cells: Cell[] = [];
  const first = wholeMinutes(Math.min(...waiting.map(({ came }) => came)));
  const last = wholeMinutes(Math.max(...waiting.map(({ until }) => until)));
  for (let minute = first; minute <= last; minute++) {
    const end = (minute + 1) * 60;
    const value = waiting.filter(({ came, until }) => came < end && until >= end).length;
    if (value > 0) cells.push({ measure: "crowd", class: "all", at: minute * 60, value });
  }
  return cells;
}

/** Each distinct cell with how often it is there, as the nightly rows are read. */
export function cellRows(cells: readonly Cell[]): string[] {
  const counts = new Map<string, number>();
  for (const { measure, class: ofClass, at, value } of cells) {
    const name = `${measure} ${ofClass} ${halfHourAt(at)} ${value}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).sort();
}
