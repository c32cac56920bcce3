import type { CellPlaces, DrawCell, DrawPlace, IdentityKind } from "./draw-record.ts";

/** What nobody has got of a draw's places, cell by cell. Pure but for its own book-keeping, browser-safe. */
export interface FreePlaces {
  /** Adjoining places of a cell, the earliest that are free. @returns the first of them, from 0 on; null: there are none */
  take(cell: DrawCell, units: number): number | null;
  giveBack(place: DrawPlace, units: number): void;
  /** One that nobody gets any more. @returns false: it is not free */
  close(place: DrawPlace): boolean;
  closeAll(): void;
  areNone(): boolean;
}

export function freePlaces(places: readonly CellPlaces[]): FreePlaces {
  const cells = new Map(places.map((cell) => [keyOf(cell), freeIn(cell)]));
  let left = places.reduce((sum, { runs }) => runs.reduce((all, length) => all + length, sum), 0);
  return {
    take: (cell, units) => {
      const at = cells.get(keyOf(cell))?.take(units) ?? null;
      if (at !== null) left -= units;
      return at;
    },
    giveBack: (place, units) => {
      cells.get(keyOf(place))?.giveBack(place.at, units);
      left += units;
    },
    close: (place) => {
      const isClosed = cells.get(keyOf(place))?.close(place.at) ?? false;
      if (isClosed) left -= 1;
      return isClosed;
    },
    closeAll: () => {
      for (const cell of cells.values()) cell.closeAll();
      left = 0;
    },
    areNone: () => left === 0,
  };
}

function freeIn({ runs }: CellPlaces) {
  // Of each place, in which run it is.
  const runOf = runs.flatMap((length, run) => Array<number>(length).fill(run));
  const isFree = runOf.map(() => true);
  const adjoin = (at: number, units: number) =>
    at + units <= runOf.length &&
    runOf.slice(at, at + units).every((run, index) => run === runOf[at] && isFree[at + index]);
  return {
    take: (units: number): number | null => {
      const at = runOf.findIndex((_, place) => adjoin(place, units));
      if (at === -1) return null;
      isFree.fill(false, at, at + units);
      return at;
    },
    giveBack: (at: number, units: number): void => {
      isFree.fill(true, at, at + units);
    },
    close: (at: number): boolean => {
      if (!isFree[at]) return false;
      isFree[at] = false;
      return true;
    },
    closeAll: (): void => {
      isFree.fill(false);
    },
  };
}

const keyOf = ({ office, date, part }: DrawCell): string => `${office} ${date} ${part}`;

/** How many places each kind of identity has got, and whether that is all it may get. */
export interface Shares {
  has(kind: IdentityKind, units: number): boolean;
  add(kind: IdentityKind, units: number): void;
}

export function sharesOf(bounds: Readonly<Partial<Record<IdentityKind, number>>>): Shares {
  const taken: Partial<Record<IdentityKind, number>> = {};
  const sum = (kind: IdentityKind, units: number) => (taken[kind] ?? 0) + units;
  return {
    has: (kind, units) => sum(kind, units) <= (bounds[kind] ?? Number.POSITIVE_INFINITY),
    add: (kind, units) => {
      taken[kind] = sum(kind, units);
    },
  };
}
