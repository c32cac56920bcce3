import type { Allotment, DrawCell, DrawEvent, DrawRecord, DrawWish, IdentityKind } from "./draw-record.ts";
import { freePlaces, sharesOf } from "./free-places.ts";
import { dayPartsOf, drawOptions } from "./options.ts";

export type DrawSetup = Pick<DrawRecord, "bounds" | "places">;

/** A draw as it goes on, event by event. */
export interface DrawCourse {
  /** Of the draw itself, in the drawn order */
  readonly allotments: readonly Allotment[];
  /** @returns to whom places went by it, in the order. @throws Error for an event that can't have been */
  apply(event: DrawEvent): readonly Allotment[];
  standing(): DrawStanding;
}

export interface DrawStanding {
  /** By the number of whoever has it now */
  readonly held: ReadonlyMap<string, Allotment>;
  /** In the drawn order */
  readonly waiting: readonly DrawWish[];
}

/**
 * Each in turn gets the first of their wishes that is still free, so that nobody gains by another order of wishes than their
 * own. After each event it goes on in the same order, to the first who wished for what is free and has nothing. Browser-safe, pure
 * but for its own book-keeping.
 * @param wishes in the drawn order
 */
export function startDraw(wishes: readonly DrawWish[], { bounds, places }: DrawSetup): DrawCourse {
  const free = freePlaces(places);
  const shares = sharesOf(bounds);
  const dayParts = dayPartsOf(places);
  /** Kinds of which somebody who waits got nothing because of their share */
  const bounded = new Set<IdentityKind>();
  const held = new Map<string, Allotment>();
  const byNumber = new Map(wishes.map((wish) => [wish.number, wish]));
  const waiting = new Set(byNumber.keys());
  let isOpen = false;

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

  function give(wish: DrawWish): Allotment[] {
    const allotment = firstFree(wish);
    if (!allotment) return [];
    shares.add(wish.kind, wish.units);
    held.set(wish.number, allotment);
    waiting.delete(wish.number);
    return [allotment];
  }

  const goOn = (mayGain: (wish: DrawWish) => boolean): Allotment[] =>
    wishes.flatMap((wish) => (!free.areNone() && waiting.has(wish.number) && mayGain(wish) ? give(wish) : []));

  function takeBack({ what, number }: DrawEvent & { number: string }): Allotment[] {
    const [allotment, owner] = [held.get(number), byNumber.get(number)];
    if (!allotment || !owner) throw new Error(`${number} had no place.`);
    held.delete(number);
    shares.add(owner.kind, -owner.units);
    if (what === "lost") waiting.add(number);
    else free.giveBack(allotment, owner.units);
    // Whoever waited before found nothing: only that place can be theirs, or any, where their kind's share was in the way.
    // And whoever lost it had asked for it.
    const hasRoom = bounded.delete(owner.kind);
    return goOn((wish) => (hasRoom && wish.kind === owner.kind) || wants(wish, allotment));
  }

  function follow(event: DrawEvent): Allotment[] {
    switch (event.what) {
      case "gave-back":
      case "lost":
        return takeBack(event);
      case "left":
        if (!waiting.delete(event.number)) throw new Error(`${event.number} did not wait.`);
        return [];
      case "closed":
        if (!free.close(event)) throw new Error(`Place ${event.at} of ${event.office} was not free.`);
        return [];
      case "opened":
        if (isOpen) throw new Error("It was open to all.");
        isOpen = true;
        return [];
    }
  }

  return {
    allotments: goOn(() => true),
    apply: (event) => {
      const passed = follow(event);
      if (isOpen && !free.areNone()) free.closeAll();
      return passed;
    },
    standing: () => ({ held: new Map(held), waiting: wishes.filter(({ number }) => waiting.has(number)) }),
  };
}

const wants = ({ offices, dayParts, others }: DrawWish, { office, date, part }: DrawCell): boolean =>
  offices.includes(office) && (others || dayParts.some(([day, of]) => day === date && of === part));
