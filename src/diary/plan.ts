import type { Alternative } from "../appointments/contract.ts";
import { freeTimes, nearest, type OfferWish, type Place, placeFor } from "../appointments/place/offer.ts";
import type { Facts } from "../availability/facts.ts";
import { overlaps } from "../availability/intervals.ts";
import type { FieldError } from "../platform/refusal.ts";
import { fold } from "../platform/text/fold.ts";
import { clockText, localDay, minuteOfDay } from "../platform/time.ts";
import type { Verdict } from "./contract.ts";
import type { ReadRow } from "./read-row.ts";

/** The place of each row, in the order of the diary: what one takes, the next can't have. Pure but for its own book-keeping. */

export interface PlannedRow extends ReadRow {
  readonly verdict: Verdict;
  readonly minutes: number | null;
  readonly place: Place | null;
}

export interface Terms {
  readonly facts: Facts;
  /** Minutes of each service that the office offers */
  readonly minutesOf: ReadonlyMap<string, number>;
  /** null: any */
  readonly queue: number | null;
  /** The person and time of each appointment there is: `visitKey` */
  readonly there: ReadonlySet<string>;
  readonly nowMinute: number;
}

export const visitKey = (date: string, time: string, lastName: string, firstName: string): string =>
  [date, time, fold(lastName), fold(firstName)].join("\t");

/** A plan that is being made: each day's facts with what the rows before have taken. */
export interface PlannedDays {
  readonly terms: Terms;
  readonly days: Map<string, Facts>;
}

export const newPlan = (terms: Terms): PlannedDays => ({ terms, days: new Map() });

/** The row's verdict; what fits has taken its place for all that follow. */
export function placeRow(plan: PlannedDays, row: ReadRow): PlannedRow {
  const { minutesOf, there, nowMinute, queue } = plan.terms;
  const minutes = minutesOf.get(row.service) ?? null;
  const judged = (verdict: Verdict, errors = row.errors): PlannedRow => ({
    ...row,
    verdict,
    minutes,
    place: null,
    errors,
  });
  if (row.isLeftOut) return judged("left-out");
  const errors = [...row.errors, ...serviceError(row.service, minutes)];
  const { date, time } = row;
  if (errors.length > 0 || !date || !time || minutes === null)
    return judged("unclear", row.isConfirmed ? errors : [...errors, ...row.doubts]);
  if (localDay(date).at(minuteOfDay(time)) < nowMinute) return judged("past");
  if (there.has(visitKey(date.toString(), time, row.lastName, row.firstName))) return judged("there");
  if (row.doubts.length > 0 && !row.isConfirmed) return judged("unclear", row.doubts);
  const placed = placeNear(plan, { date, time, minutes, queue: row.queue ?? queue });
  if ("refused" in placed) return judged("collides", [placed.refused]);
  const differs = row.isConfirmed ? [] : lengthError(row.writtenMinutes, placed.place);
  if (differs.length > 0) return judged("unclear", differs);
  take(plan, date, placed.place);
  const hints = placed.time === time ? row.hints : [...row.hints, "time-adjusted" as const];
  return { ...row, verdict: "fits", minutes, time: placed.time, place: placed.place, hints };
}

/** Asked after all rows have their places, so that none of these is another row's. */
export function alternativesFor(plan: PlannedDays, { date, time, queue, minutes }: PlannedRow): Alternative[] {
  if (!date || !time || minutes === null) return [];
  const wish = { date, time, queue: queue ?? plan.terms.queue, minutes };
  const { nowMinute } = plan.terms;
  return nearest(freeTimes(factsOn(plan, date), { first: date, last: date, minutes, nowMinute }), wish, 3);
}

type Placed = { readonly time: string; readonly place: Place } | { readonly refused: FieldError };

/** At the time itself; between two starts, at the one before, for a citizen who comes at 10:05 is not too early. */
function placeNear(plan: PlannedDays, wish: OfferWish): Placed {
  const facts = factsOn(plan, wish.date);
  const placement = placeFor(facts, wish, "phone", plan.terms.nowMinute);
  if ("queue" in placement) return { time: wish.time, place: placement };
  const { why } = placement.refused;
  const before = why === "slot-off-grid" ? startBefore(facts, wish, plan.terms.nowMinute) : null;
  const near = before && placeFor(facts, { ...wish, time: before }, "phone", plan.terms.nowMinute);
  if (before && near && "queue" in near) return { time: before, place: near };
  const reason = "closed" in placement.refused ? placement.refused.closed.reason : "";
  return { refused: { field: "time", code: why, values: { time: wish.time, minutes: wish.minutes, reason } } };
}

function take(plan: PlannedDays, date: Temporal.PlainDate, { queue, visit }: Place): void {
  const facts = factsOn(plan, date);
  plan.days.set(date.toString(), { ...facts, taken: [...facts.taken, { queue, ...visit }] });
}

/** «09:00–09:30» for a visit of a quarter of an hour: either the service is another or the diary errs. */
function lengthError(written: number | null, { visit }: Place): FieldError[] {
  const minutes = visit.to - visit.from;
  if (written === null || written === minutes) return [];
  return [{ field: "time", code: "diary-length-differs", values: { written, minutes } }];
}

function startBefore(facts: Facts, wish: OfferWish, nowMinute: number): string | null {
  const day = localDay(wish.date);
  const wished = day.at(minuteOfDay(wish.time));
  const [free] = freeTimes(facts, { first: wish.date, last: wish.date, minutes: wish.minutes, nowMinute });
  const slot = Math.max(...facts.queues.map(({ slotMinutes }) => slotMinutes));
  const starts = (free?.times ?? [])
    .filter(({ queues }) => wish.queue === null || queues.includes(wish.queue))
    .map(({ time }) => day.at(minuteOfDay(time)));
  const before = starts.filter((start) => start < wished && start > wished - slot).at(-1);
  return before === undefined ? null : clockText(day.minuteOf(before));
}

function factsOn({ terms: { facts }, days }: PlannedDays, date: Temporal.PlainDate): Facts {
  const known = days.get(date.toString());
  if (known) return known;
  const day = localDay(date);
  const own = { ...facts, taken: facts.taken.filter((part) => overlaps(part, day)) };
  days.set(date.toString(), own);
  return own;
}

function serviceError(service: string, minutes: number | null): FieldError[] {
  if (minutes !== null) return [];
  return [{ field: "service", code: service === "" ? "diary-service-missing" : "service-not-offered" }];
}
