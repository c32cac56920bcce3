import { visitorOf } from "../appointments/statuses.ts";
import { dateOf, epochMinute } from "../platform/time.ts";
import type { MeasuredVisit } from "./visit.ts";

/** What is counted of a day's visits, by the definitions of docs/decisions/0024-minutes-are-counted.md. Pure. */

export const MEASURES = [
  "wait",
  "early-presence",
  "call-wait",
  "way",
  "service",
  "changeover",
  "punctuality",
  "left",
  "turned-away",
  "came",
  "no-show",
  "crowd",
] as const;
export type Measure = (typeof MEASURES)[number];

/** One value, in the half-hour in which it began. */
export interface Measured {
  readonly measure: Measure;
  readonly class: string;
  readonly at: Temporal.Instant;
  readonly value: number;
}

export interface Completeness {
  readonly visits: number;
  readonly complete: number;
  readonly fromPaper: number;
  readonly suspect: number;
  readonly unresolved: number;
  readonly notStarted: number;
  readonly notCompleted: number;
  readonly atOnce: number;
}

export function measuresOf(visits: readonly MeasuredVisit[]): Measured[] {
  const timed = visits.filter(({ hasTimes }) => hasTimes);
  return [
    ...timed.flatMap(ofVisit),
    ...visits.flatMap(ofAppointment),
    ...changeovers(timed),
    ...crowd(timed.filter(({ arrived }) => arrived !== null)),
  ];
}

const APART_SECONDS = 10;

export function completenessOf(visits: readonly MeasuredVisit[]): Completeness {
  const came = visits.filter(({ arrived, left }) => arrived && !left);
  const incomplete = came.filter((visit) => !visit.isFromPaper && !isComplete(visit));
  return {
    visits: came.length,
    complete: came.filter(isComplete).length,
    fromPaper: came.filter(({ isFromPaper }) => isFromPaper).length,
    suspect: visits.filter((visit) => visit.hasTimes && isServed(visit) && isSuspect(visit)).length,
    unresolved: visits.filter(({ status }) => visitorOf(status) === "awaited").length,
    notStarted: incomplete.filter(({ started }) => !started).length,
    notCompleted: incomplete.filter(({ started, completed }) => started && !completed).length,
    atOnce: incomplete.filter(({ started, completed }) => started && completed).length,
  };
}

const isComplete = ({ hasTimes, arrived, started, completed }: MeasuredVisit): boolean =>
  hasTimes &&
  arrived !== null &&
  started !== null &&
  completed !== null &&
  secondsFrom(arrived, started) >= APART_SECONDS &&
  secondsFrom(started, completed) >= APART_SECONDS;

type Served = MeasuredVisit & { readonly started: Temporal.Instant; readonly completed: Temporal.Instant };

const isServed = (visit: MeasuredVisit): visit is Served => visit.started !== null && visit.completed !== null;

const SHORTEST_SECONDS = 30;
const LONGEST_TIMES = 4;

function isSuspect({ started, completed, minutes }: Served): boolean {
  const seconds = secondsFrom(started, completed);
  return seconds < SHORTEST_SECONDS || seconds > LONGEST_TIMES * minutes * 60;
}

/** Begun and completed, and neither pressed at once nor forgotten. */
export const isMeasuredService = (visit: MeasuredVisit): visit is Served => isServed(visit) && !isSuspect(visit);

/** Of a service that is measured; of any other none. */
export const servedSeconds = (visit: MeasuredVisit): number =>
  isMeasuredService(visit) ? secondsFrom(visit.started, visit.completed) : 0;

function ofVisit(visit: MeasuredVisit): Measured[] {
  const { appointed, arrived, since, called, started, left, turnedAway } = visit;
  const one = (measure: Measure, at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): Measured => ({
    measure,
    class: visit.class,
    at,
    value: Math.floor(secondsFrom(from, to) / 60),
  });
  const measured: Measured[] = [];
  if (turnedAway) measured.push(one("turned-away", turnedAway, turnedAway, turnedAway));
  if (!arrived || !since) return measured;
  if (appointed) {
    measured.push(one("punctuality", appointed, appointed, arrived));
    measured.push(one("early-presence", arrived, arrived, later(arrived, appointed)));
  }
  if (called && started)
    measured.push(one("call-wait", since, since, later(since, called)), one("way", called, called, started));
  const waited = waitMinutes(visit);
  if (waited !== null) measured.push({ measure: "wait", class: visit.class, at: since, value: waited });
  else if (left) measured.push(one("left", since, since, later(since, left)));
  if (isMeasuredService(visit)) measured.push(one("service", visit.started, visit.started, visit.completed));
  return measured;
}

/** Until the start; begun before the appointed time, nobody has waited. null: not begun */
export const waitMinutes = ({ since, started }: MeasuredVisit): number | null =>
  since && started ? Math.floor(secondsFrom(since, later(since, started)) / 60) : null;

/** Whether who had an appointment came, by the way in which it was booked and the days before. */
function ofAppointment({ appointed, arrived, missed, booked, channel }: MeasuredVisit): Measured[] {
  if (!appointed || !booked || !(arrived || missed)) return [];
  const value = dateOf(booked).until(dateOf(appointed), { largestUnit: "day" }).days;
  return [{ measure: arrived ? "came" : "no-show", class: channel, at: appointed, value: Math.max(0, value) }];
}

/** From the end of a visit to the next one's beginning at the same counter, where somebody waited for it. */
function changeovers(visits: readonly MeasuredVisit[]): Measured[] {
  const served = visits.filter(isServed);
  return served.flatMap(({ counter, completed }) => {
    const next = visits
      .flatMap(({ counter: other, started }) =>
        other === counter && started && !isBefore(started, completed) ? [started] : [],
      )
      .sort(Temporal.Instant.compare)[0];
    const hasWaiting = visits.some(
      (visit) =>
        (visit.queue === counter || visit.counter === counter || visit.appointed === null) && waitsAt(visit, completed),
    );
    if (!next || !hasWaiting) return [];
    return [
      { measure: "changeover", class: "all", at: completed, value: Math.floor(secondsFrom(completed, next) / 60) },
    ];
  });
}

function waitsAt({ since, started, left }: MeasuredVisit, at: Temporal.Instant): boolean {
  const end = started ?? left;
  return since !== null && end !== null && !isBefore(at, since) && !isBefore(end, at);
}

/** For each minute in which anybody waited, how many did. Who has neither begun nor left is not known to have stayed. */
function crowd(visits: readonly MeasuredVisit[]): Measured[] {
  const minutes = new Map<number, number>();
  for (const { arrived, started, left } of visits) {
    const end = started ?? left;
    if (!arrived || !end) continue;
    for (let minute = epochMinute(arrived); minute < epochMinute(end); minute++)
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  return [...minutes].map(([minute, value]) => ({
    measure: "crowd",
    class: "all",
    value,
    at: Temporal.Instant.fromEpochMilliseconds(minute * 60_000),
  }));
}

const secondsFrom = (from: Temporal.Instant, to: Temporal.Instant): number =>
  (to.epochMilliseconds - from.epochMilliseconds) / 1_000;

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;
const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isBefore(a, b) ? b : a);
