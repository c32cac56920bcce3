import type { Facts } from "../../availability/facts.ts";
import { clockText, epochMinute, type LocalDay, minuteOfDay } from "../../platform/time.ts";
import type { Place } from "../place/offer.ts";
import { beginOfPlaces, placesNear, placeThen } from "./walk-in-place.ts";

/** A visit without an appointment, as it was noted on paper */
export interface NotedWalkIn {
  readonly time: string;
  /** null: left without being served */
  readonly until: string | null;
  readonly service: string;
  /** Chosen where no queue was free then */
  readonly place?: PlaceText | null | undefined;
}

export interface PlaceText {
  readonly time: string;
  readonly queue: number;
}

export interface PlannedWalkIn {
  readonly walkIn: NotedWalkIn;
  /** Among those that were given */
  readonly index: number;
  /** null: none is free */
  readonly place: Place | null;
  /** The nearest ones, where there is no place */
  readonly near: readonly PlaceText[];
  /** What a visit that was over before the day's places begin is told; null: it was not */
  readonly begins: string | null;
}

interface WalkInContext {
  readonly facts: Facts;
  readonly day: LocalDay;
  /** Served by whoever brings them in */
  readonly own: readonly number[];
  readonly minutesOf: (service: string) => number;
  readonly now: Temporal.Instant;
}

const NEAR = 3;

/** A place for each who was served, no two in the same one. Places that were chosen are given before the others. Pure. */
export function planWalkIns(walkIns: readonly NotedWalkIn[], context: WalkInContext): PlannedWalkIn[] {
  const inOrder = walkIns
    .flatMap((walkIn, index) => (walkIn.until === null ? [] : [{ walkIn, until: walkIn.until, index }]))
    .sort((a, b) => Number(Boolean(b.walkIn.place)) - Number(Boolean(a.walkIn.place)));
  let { facts } = context;
  return inOrder.map(({ walkIn, until, index }) => {
    const planned = placeServed(walkIn, until, { ...context, facts });
    if (planned.place)
      facts = { ...facts, taken: [...facts.taken, { queue: planned.place.queue, ...planned.place.visit }] };
    return { walkIn, index, ...planned };
  });
}

function placeServed(
  { time, service, place: chosen }: NotedWalkIn,
  until: string,
  { facts, day, own, minutesOf, now }: WalkInContext,
): Pick<PlannedWalkIn, "place" | "near" | "begins"> {
  const looking = { facts, day, nowMinute: epochMinute(now) };
  const span = { from: day.at(minuteOfDay(time)), to: day.at(minuteOfDay(until)) };
  const visit = { ...span, serviceMinutes: minutesOf(service) };
  const near = placesNear(looking, visit);
  const place = chosen ? near.find((one) => isAt(one, chosen, day)) : placeThen(looking, visit, own);
  if (place) return { place, near: [], begins: null };
  const begins = beginOfPlaces(looking);
  return {
    place: null,
    near: near.slice(0, NEAR).map((one) => textOf(one, day)),
    begins: begins !== null && span.to <= begins ? clockText(day.minuteOf(begins)) : null,
  };
}

const textOf = ({ queue, visit }: Place, day: LocalDay): PlaceText => ({
  time: clockText(day.minuteOf(visit.from)),
  queue,
});

const isAt = ({ queue, visit }: Place, chosen: PlaceText, day: LocalDay): boolean =>
  queue === chosen.queue && visit.from === day.at(minuteOfDay(chosen.time));
