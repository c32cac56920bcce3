import { allot } from "./rule/allot.ts";
import type { DrawRecord, DrawWish, IdentityKind } from "./rule/draw-record.ts";
import { dayPartsOf } from "./rule/options.ts";
import { drawnOrder } from "./rule/order.ts";
import { wishesInOrder } from "./rule/wishes-in-order.ts";

/** What a seller would get of a draw who had many identities and took any place. Pure. */

type Market = Pick<DrawRecord, "wishes" | "places">;

export interface Seller {
  readonly kind: IdentityKind;
  /** One for each identity */
  readonly wishes: number;
}

export interface Tries {
  /** Two at least. Each is an order of its own, drawn as the rule says */
  readonly tries: number;
  /** The same seed makes the same tries */
  readonly seed: string;
}

/** Places for a seller, on the mean over all tries */
export interface SellerShare {
  readonly mean: number;
  /** The standard error of the mean: how far off it may be by chance */
  readonly error: number;
}

/** With each of the bounds: the tries are the same for all, so that they differ by the bounds alone. */
export async function sellerShares<Name extends string>(
  { wishes, places }: Market,
  bounds: Readonly<Record<Name, DrawRecord["bounds"]>>,
  seller: Seller,
  { tries, seed }: Tries,
): Promise<Record<Name, SellerShare>> {
  const mine = sellerWishes(seller, places);
  const all = [...wishes, ...mine];
  const numbers = all.map(({ number }) => number);
  const names = Object.keys(bounds) as Name[];
  const counts: number[][] = [];
  for (let nth = 0; nth < tries; nth++) {
    const inOrder = wishesInOrder(all, await drawnOrder(`${seed} ${nth}`, numbers));
    counts.push(names.map((name) => countAllotted(mine, inOrder, { places, bounds: bounds[name] })));
  }
  const shares = names.map((name, index) => [name, shareOf(counts.map((one) => one[index] ?? 0))]);
  return Object.fromEntries(shares);
}

/** Where whoever is first gets the first place, without bounds, and a program is faster than all people. */
export function fastestSellerPlaces({ wishes, places }: Market, seller: Seller): number {
  const mine = sellerWishes(seller, places);
  return countAllotted(mine, [...mine, ...wishes], { places, bounds: {} });
}

function countAllotted(
  mine: readonly DrawWish[],
  inOrder: readonly DrawWish[],
  terms: Pick<DrawRecord, "places" | "bounds">,
): number {
  const numbers = new Set(mine.map(({ number }) => number));
  return allot(inOrder, terms).allotments.filter(({ number }) => numbers.has(number)).length;
}

/** Each takes one place, whichever: somebody will pay for it. Their numbers are none that people have. */
function sellerWishes({ kind, wishes }: Seller, places: DrawRecord["places"]): DrawWish[] {
  const anyPlace = {
    kind,
    units: 1,
    dayParts: dayPartsOf(places),
    offices: [...new Set(places.map(({ office }) => office))],
    first: "day",
    others: false,
    salt: "",
  } as const;
  return Array.from({ length: wishes }, (_, nth) => ({ number: `seller ${nth}`, ...anyPlace }));
}

function shareOf(counts: readonly number[]): SellerShare {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (counts.length - 1) / counts.length) };
}
