import { allot, type DrawOutcome } from "./allot.ts";
import type { Allotment, DrawRecord } from "./draw-record.ts";
import { sealOfList, sealOfSecret, seedOf } from "./hashes.ts";
import { drawnOrder } from "./order.ts";

/** Does what was published follow from the rule? Each point by itself, the first difference of each. Browser-safe. */

export const CHECK_POINTS = ["secret", "list", "seed", "order", "places"] as const;
export type CheckPoint = (typeof CHECK_POINTS)[number];

export interface CheckResult {
  readonly point: CheckPoint;
  /** Null: not checked, because it follows from one that does not hold */
  readonly holds: boolean | null;
  readonly difference: DrawDifference | null;
}

export interface DrawDifference {
  /** From 1 on; null: of the whole */
  readonly place: number | null;
  readonly published: string;
  readonly computed: string;
}

/** In the order of `CHECK_POINTS`. */
export async function verifyDraw(record: DrawRecord): Promise<CheckResult[]> {
  const { draw, wishes, seed } = record;
  const secret = compare("secret", [record.secretSeal], [await sealOfSecret(record.secret)]);
  const list = compare("list", [record.listSeal], [await sealOfList(draw, wishes)]);
  const fromSeed = compare("seed", [seed], [await seedOf(record)]);
  const numbers = wishes.map(({ number }) => number);
  const order = compare("order", record.order, await drawnOrder(seed, numbers), isEachOnce(numbers));
  return [
    secret,
    list,
    fromSeed,
    order,
    order.holds ? placesOf(record) : { ...order, point: "places", holds: null, difference: null },
  ];
}

function placesOf(record: DrawRecord): CheckResult {
  const byNumber = new Map(record.wishes.map((wish) => [wish.number, wish]));
  const inOrder = record.order.flatMap((number) => byNumber.get(number) ?? []);
  try {
    return compare("places", inLines(record), inLines(allot(inOrder, record, record.events)));
  } catch {
    // An event that can't have been
    return { point: "places", holds: false, difference: null };
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
  if (at === undefined) return { point, holds: isWhole, difference: null };
  const place = length === 1 ? null : at + 1;
  return { point, holds: false, difference: { place, published: published[at] ?? "", computed: computed[at] ?? "" } };
}
