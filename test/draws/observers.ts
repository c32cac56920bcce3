import { allot } from "../../src/draws/rule/allot.ts";
import type { Allotment, DrawWish } from "../../src/draws/rule/draw-record.ts";
import { wishesInOrder } from "../../src/draws/rule/wishes-in-order.ts";
import { type DrawSize, expectedDraw } from "./expected-draw.ts";

/** Who reads the file of a draw and knows something of one person: among how many wishes does it leave that person's? */

/** What they know, as one word. @returns undefined of somebody of whom there is nothing such to know */
type Knowledge = (wish: DrawWish, got: Allotment | undefined) => string | undefined;

const identity = ({ kind, units }: DrawWish) => `${kind} ${units}`;
const place = ({ office, date, part }: Allotment) => `${office} ${date} ${part}`;
const home = ({ offices, units }: DrawWish) => `${offices[0]} ${units}`;

const OBSERVERS = {
  "took part": () => "",
  "first office": ({ offices }) => `${offices[0]}`,
  "first office, kind, units": (wish) => `${wish.offices[0]} ${identity(wish)}`,
  "first office, 2 units": (wish) => (wish.units === 2 ? home(wish) : undefined),
  "first office, 3 units or more": (wish) => (wish.units > 2 ? home(wish) : undefined),
  place: (_, got) => got && place(got),
  "place, kind, units": (wish, got) => got && `${place(got)} ${identity(wish)}`,
  "place and hour": (_, got) => got && `${place(got)} ${got.at}`,
} as const satisfies Record<string, Knowledge>;

export type Observer = keyof typeof OBSERVERS;
export const OBSERVER_NAMES = Object.keys(OBSERVERS) as Observer[];

/** How many wishes are left, over the people of many draws */
export interface Crowd {
  readonly least: number;
  /** Nineteen in twenty people are among so many at least */
  readonly fifth: number;
  readonly median: number;
  /** The share of people whose wish is the only one left */
  readonly alone: number;
}

export interface CrowdsOfDraws {
  /** Null: of nobody there was such a thing to know */
  readonly crowds: Readonly<Record<Observer, Crowd | null>>;
  /** Of those who got a place, the share who got the first of their wishes */
  readonly first: number;
}

/** Over so many draws of a size, half of them with three parts of the day. */
export function crowdsOf(size: Omit<DrawSize, "parts">, draws: number): CrowdsOfDraws {
  const all = Array.from({ length: draws }, (_, seed) => drawnOf({ ...size, parts: seed % 2 === 0 ? 2 : 3 }, seed));
  const got = all.flatMap(({ allotments }) => [...allotments.values()]);
  const crowds = OBSERVER_NAMES.map((name) => [name, crowd(all.flatMap((drawn) => sizes(drawn, OBSERVERS[name])))]);
  return {
    crowds: Object.fromEntries(crowds),
    first: got.filter(({ choice }) => choice === 1).length / got.length,
  };
}

interface Drawn {
  readonly wishes: readonly DrawWish[];
  readonly allotments: ReadonlyMap<string, Allotment>;
}

function drawnOf(size: DrawSize, seed: number): Drawn {
  const { wishes, order, ...terms } = expectedDraw(size, seed);
  const { allotments } = allot(wishesInOrder(wishes, order), terms);
  return { wishes, allotments: new Map(allotments.map((one) => [one.number, one])) };
}

/** Of each person of whom it can be known, how many have the same. */
function sizes({ wishes, allotments }: Drawn, known: Knowledge): number[] {
  const keys = wishes.flatMap((wish) => known(wish, allotments.get(wish.number)) ?? []);
  const groups = Map.groupBy(keys, (key) => key);
  return keys.map((key) => groups.get(key)?.length ?? 0);
}

function crowd(of: readonly number[]): Crowd | null {
  const sorted = of.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  if (sorted.length === 0) return null;
  return {
    least: at(0),
    fifth: at(0.05),
    median: at(0.5),
    alone: sorted.filter((one) => one === 1).length / sorted.length,
  };
}
