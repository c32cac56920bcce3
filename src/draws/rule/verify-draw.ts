import { allot, type DrawOutcome } from "./allot.ts";
import { type Allotment, type DrawRecord, isWithheld, type PublishedRecord } from "./draw-record.ts";
import { hashesOf, sealOfHashes, sealOfSecret, seedOf } from "./hashes.ts";
import { drawnOrder } from "./order.ts";
import { wishesInOrder } from "./wishes-in-order.ts";

/** Does what was published follow from the rule? Each point by itself, the first difference of each. Browser-safe. */

export const CHECK_POINTS = ["secret", "list", "seed", "order", "places"] as const;
export type CheckPoint = (typeof CHECK_POINTS)[number];

export interface CheckResult {
  readonly point: CheckPoint;
  /** Null: not checked */
  readonly holds: boolean | null;
  /** Why it was not: it follows from a point that does not hold, or what it follows from is not in the file */
  readonly unchecked: "depends" | "withheld" | null;
  readonly difference: DrawDifference | null;
}

export interface DrawDifference {
  /** From 1 on; null: of the whole */
  readonly place: number | null;
  readonly published: string;
  readonly computed: string;
}

/** In the order of `CHECK_POINTS`. */
export async function verifyDraw(record: PublishedRecord): Promise<CheckResult[]> {
  const { draw, seed } = record;
  const hashes = isWithheld(record) ? record.hashes : await hashesOf(draw, record.wishes);
  const secret = compare("secret", [record.secretSeal], [await sealOfSecret(record.secret)]);
  const list = compare("list", [record.listSeal], [await sealOfHashes(draw, hashes)]);
  const fromSeed = compare("seed", [seed], [await seedOf(record)]);
  const numbers = hashes.map(([number]) => number);
  const order = compare("order", record.order, await drawnOrder(seed, numbers), isEachOnce(numbers));
  return [secret, list, fromSeed, order, checkPlaces(record, order)];
}

/** Nothing of what is in the file comes out otherwise. */
export const isSound = (results: readonly CheckResult[]): boolean => results.every(({ holds }) => holds !== false);

function checkPlaces(record: PublishedRecord, order: CheckResult): CheckResult {
  if (isWithheld(record)) return notChecked("withheld");
  return order.holds ? placesOf(record) : notChecked("depends");
}

const notChecked = (unchecked: "depends" | "withheld"): CheckResult => ({
  point: "places",
  holds: null,
  unchecked,
  difference: null,
});

function placesOf(record: DrawRecord): CheckResult {
  const inOrder = wishesInOrder(record.wishes, record.order);
  try {
    return compare("places", inLines(record), inLines(allot(inOrder, record, record.events)));
  } catch {
    // An event that can't have been
    return { point: "places", holds: false, unchecked: null, difference: null };
  }
}

const inLines = ({ allotments, passed }: DrawOutcome): string[] => [
  ...allotments.map(inWords),
  "passed on",
  ...passed.map(inWords),
];

const isEachOnce = (numbers: readonly string[]): boolean => new Set(numbers).size === numbers.length;

const inWords = ({ number, office, date, part, at, choice }: Allotment): string =>
  [number, office, date, part, at, choice ?? "other"].join(" ");

function compare(
  point: CheckPoint,
  published: readonly string[],
  computed: readonly string[],
  isWhole = true,
): CheckResult {
  const length = Math.max(published.length, computed.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => published[index] !== computed[index]);
  if (at === undefined) return { point, holds: isWhole, unchecked: null, difference: null };
  const place = length === 1 ? null : at + 1;
  const difference = { place, published: published[at] ?? "", computed: computed[at] ?? "" };
  return { point, holds: false, unchecked: null, difference };
}
