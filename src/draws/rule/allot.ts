import type { Allotment, DrawCell, DrawEvent, DrawRecord, DrawWish, IdentityKind } from "./draw-record.ts";
import { freePlaces, sharesOf } from "./free-places.ts";
import { dayPartsOf, drawOptions } from "./options.ts";

type Terms = Pick<DrawRecord, "bounds" | "places">;

export interface DrawOutcome {
  /** In the drawn order */
  readonly allotments: readonly Allotment[];
  /** Event by event */
  readonly passed: readonly Allotment[];
}

/**
 * Each in turn gets the first of their wishes that is still free, so that nobody gains by another order of wishes than their
 * own. What is given back goes on in the same order, to the first who wished for it and has nothing. Pure, browser-safe.
 * @param wishes in the drawn order
 * @throws Error for an event of somebody who had nothing to give back, or to wait for
 */
export function allot(
  wishes: readonly DrawWish[],
  { bounds, places }: Terms,
  events: readonly DrawEvent[] = [],
): DrawOutcome {
  const free = freePlaces(places);
  const shares = sharesOf(bounds);
  const dayParts = dayPartsOf(places);
  /** Kinds of which somebody got nothing because of their share */
  const bounded = new Set<IdentityKind>();
  const got = new Map<string, Allotment>();
  const waiting = new Map(wishes.map((wish) => [wish.number, wish]));
  const byNumber = new Map(waiting);

  function firstFree(wish: DrawWish): Allotment | null {
    if (free.areNone()) return null;
    if (!shares.has(wish.kind, wish.units)) {
      bounded.add(wish.kind);
      return null;
    }
    for (const { choice, ...cell } of drawOptions(wish, dayParts)) {
      const at = free.take(cell, wish.units);
      if (at !== null) return { number: wish.number, ...cell, at, choice };
    }
    return null;
  }

  const give = (wish: DrawWish): Allotment[] => {
    const allotment = firstFree(wish);
    if (!allotment) return [];
    shares.add(wish.kind, wish.units);
    got.set(wish.number, allotment);
    waiting.delete(wish.number);
    return [allotment];
  };

  const passOn = ({ number, what }: DrawEvent): Allotment[] => {
    const [allotment, wish] = [got.get(number), byNumber.get(number)];
    if (!wish || (what === "left" ? !waiting.delete(number) : !allotment))
      throw new Error(`${number} had nothing to give.`);
    if (what === "left" || !allotment) return [];
    got.delete(number);
    free.giveBack(allotment, allotment.at, wish.units);
    shares.add(wish.kind, -wish.units);
    // Whoever still waits found nothing before: only that place can be theirs, or any, where their kind's share was in the way.
    const mayGain = (other: DrawWish) =>
      (other.kind === wish.kind && bounded.has(wish.kind)) || wants(other, allotment);
    return [...waiting.values()].flatMap((other) => (mayGain(other) ? give(other) : []));
  };

  return { allotments: wishes.flatMap(give), passed: events.flatMap(passOn) };
}

const wants = ({ offices, dayParts, others }: DrawWish, { office, date, part }: DrawCell): boolean =>
  offices.includes(office) && (others || dayParts.some(([day, of]) => day === date && of === part));
