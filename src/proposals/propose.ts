import type { Place } from "../appointments/place/offer.ts";
import type { LocalDay } from "../platform/time.ts";
import type { ConcernedVisit } from "./affected.ts";
import type { Places } from "./places.ts";

/** How far ahead of its old day an appointment is looked a place for. */
export const REPLACEMENT_DAYS = 21;
const MOST_CHOICES = 6;
/** Of those that are earlier than the office moves anybody by itself */
const MOST_EARLIER = 3;

export interface ProposedPlace {
  readonly visit: ConcernedVisit;
  /** null: none was found, or it is under way and stays */
  readonly place: Place | null;
  /** The places still free that are nearest to its own, the proposed one not among them; those too early come last */
  readonly choices: readonly Place[];
}

/** How far the office moves somebody earlier without its head's choice. */
export interface EarlierBounds {
  readonly earlierMinutes: number;
  /** Epoch minute; to a time before it nobody comes sooner than the citizen knows, for the word may be late */
  readonly urgentUntil: number;
}

/**
 * A place for each (circular §Γ): the same time in another active queue, first for those who can't be told; else the
 * nearest time of its day, not earlier than the bounds let it be, else of the next days. No two get one place. The old places, though they
 * serve nobody any more, are given to nobody: so the moves can be written in any order.
 */
export function propose(places: Places, visits: readonly ConcernedVisit[], bounds: EarlierBounds): ProposedPlace[] {
  const found = new Map<string, Place>();
  const movable = visits.filter(({ isUnderWay }) => !isUnderWay);
  const give = (visit: ConcernedVisit, place: Place | undefined) => {
    if (!place) return;
    places.take(place);
    found.set(visit.id, place);
  };
  for (const visit of movable.toSorted((a, b) => reach(a) - reach(b))) give(visit, atSameTime(places, visit));
  for (const visit of movable) {
    if (!found.has(visit.id)) give(visit, nearestPlaces(places, visit, bounds)[0]);
  }
  return visits.map((visit) => ({
    visit,
    place: found.get(visit.id) ?? null,
    choices: visit.isUnderWay
      ? []
      : [
          ...nearestPlaces(places, visit, bounds).slice(0, MOST_CHOICES),
          ...earlierPlaces(places, visit, bounds).slice(0, MOST_EARLIER),
        ],
  }));
}

/** By how many ways the citizen can be told; one who can be told by none would come at the old time. */
const reach = ({ hasPhone, hasEmail }: ConcernedVisit): number => (hasEmail ? 2 : 0) + (hasPhone ? 1 : 0);

const atSameTime = (places: Places, visit: ConcernedVisit): Place | undefined =>
  places.of(visit, places.indexOf(visit.from)).find((place) => place.visit.from === visit.from);

/** The earliest minute to which the office moves it by itself. */
const earliestFor = ({ from }: ConcernedVisit, { earlierMinutes, urgentUntil }: EarlierBounds): number =>
  Math.max(from - earlierMinutes, Math.min(from, urgentUntil));

/** Of the first day that has any, its own or a later one; not earlier than the office moves anybody by itself. */
function nearestPlaces(places: Places, visit: ConcernedVisit, bounds: EarlierBounds): Place[] {
  const own = places.indexOf(visit.from);
  const minute = places.days[own]?.minuteOf(visit.from) ?? 0;
  for (let index = own; index <= own + REPLACEMENT_DAYS; index++) {
    const free = places.of(visit, index).filter(({ visit: { from } }) => from >= earliestFor(visit, bounds));
    if (free.length > 0) return nearestFirst(free, (places.days[index] as LocalDay).at(minute));
  }
  return [];
}

/** Those of its own day that are earlier still. */
function earlierPlaces(places: Places, visit: ConcernedVisit, bounds: EarlierBounds): Place[] {
  const free = places.of(visit, places.indexOf(visit.from));
  return nearestFirst(
    free.filter(({ visit: { from } }) => from < earliestFor(visit, bounds)),
    visit.from,
  );
}

/** By the clock on the wall, of two as near the later one. */
function nearestFirst(free: readonly Place[], wished: number): Place[] {
  const distance = ({ visit: { from } }: Place) => Math.abs(from - wished) * 2 + (from < wished ? 1 : 0);
  return free.toSorted((a, b) => distance(a) - distance(b) || a.queue - b.queue);
}
