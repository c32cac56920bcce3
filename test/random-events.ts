import fc from "fast-check";
import { drawStanding } from "../src/draws/rule/allot.ts";
import type { CellPlaces, DrawEvent, DrawPlace, DrawRecord, DrawWish } from "../src/draws/rule/draw-record.ts";

/** What may happen after a draw: `own`: who has a place gives it back, who waits waits no longer. */
export const whim = fc.record({
  what: fc.constantFrom("own", "own", "own", "own", "own", "lost", "lost", "lost", "closed", "closed", "opened"),
  /** To which of those to whom it can happen, counted round and round */
  nth: fc.nat(1_000),
});
type Whim = typeof whim extends fc.Arbitrary<infer Of> ? Of : never;

/** What comes of these whims; of those that can't be, nothing. */
export function eventsOf(
  inOrder: readonly DrawWish[],
  terms: Pick<DrawRecord, "bounds" | "places">,
  whims: readonly Whim[],
): DrawEvent[] {
  const events: DrawEvent[] = [];
  const vanished = new Set<string>();
  for (const { what, nth } of whims) {
    const { held, waiting } = drawStanding(inOrder, terms, events);
    const placesOf = ({ number, units }: DrawWish): string[] => {
      const has = held.get(number);
      return has ? Array.from({ length: units }, (_, more) => keyOf({ ...has, at: has.at + more })) : [];
    };
    const taken = new Set(inOrder.flatMap(placesOf));
    const isOpen = events.some((event) => event.what === "opened");
    const possible: Record<typeof what, () => DrawEvent[]> = {
      own: () => [
        ...[...held.keys()].map((number) => ({ what: "gave-back", number }) as const),
        ...waiting.map(({ number }) => ({ what: "left", number }) as const),
      ],
      lost: () => [...held.keys()].map((number) => ({ what: "lost", number })),
      closed: () =>
        (isOpen ? [] : eachPlace(terms.places))
          .filter((place) => !taken.has(keyOf(place)) && !vanished.has(keyOf(place)))
          .map((place) => ({ what: "closed", ...place })),
      opened: () => (isOpen ? [] : [{ what: "opened" }]),
    };
    const all = possible[what]();
    const event = all[nth % all.length];
    if (!event) continue;
    events.push(event);
    if (event.what === "closed") vanished.add(keyOf(event));
    if (event.what === "lost")
      for (const key of inOrder.filter(({ number }) => number === event.number).flatMap(placesOf)) vanished.add(key);
  }
  return events;
}

const keyOf = ({ office, date, part, at }: DrawPlace): string => `${office} ${date} ${part} ${at}`;

const eachPlace = (places: readonly CellPlaces[]): DrawPlace[] =>
  places.flatMap(({ runs, ...cell }) =>
    Array.from({ length: runs.reduce((sum, length) => sum + length, 0) }, (_, at) => ({ ...cell, at })),
  );
