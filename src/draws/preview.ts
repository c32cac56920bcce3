import { allot } from "./rule/allot.ts";
import { type DrawRecord, type DrawWish, IDENTITY_KINDS, type IdentityKind } from "./rule/draw-record.ts";
import { wishesInOrder } from "./rule/wishes-in-order.ts";
import { fastestSellerPlaces, type SellerShare, sellerShares, type Tries } from "./seller-shares.ts";

/** What other bounds would have changed in a draw that was, for whoever sets them. Pure. */

/** How many places each kind of identity gets at most: now, and as it is proposed. */
export interface BoundsChange {
  readonly now: DrawRecord["bounds"];
  readonly proposed: DrawRecord["bounds"];
}

/** How many wishes got a place. */
export interface BoundsEffect {
  readonly wishes: number;
  readonly now: number;
  readonly proposed: number;
  readonly difference: number;
}

export interface BoundsPreview {
  /** Of each kind of which there were wishes, in the order of `IDENTITY_KINDS` */
  readonly kinds: readonly (BoundsEffect & { readonly kind: IdentityKind })[];
  readonly all: BoundsEffect;
}

/** The same draw in the same order, with either bounds. What was given back after it is not looked at. */
export function previewOfBounds(
  { wishes, order, places }: Pick<DrawRecord, "wishes" | "order" | "places">,
  { now, proposed }: BoundsChange,
): BoundsPreview {
  const inOrder = wishesInOrder(wishes, order);
  const drawn = (bounds: DrawRecord["bounds"]) =>
    new Set(allot(inOrder, { places, bounds }).allotments.map(({ number }) => number));
  const numbers = { now: drawn(now), proposed: drawn(proposed) };
  const effectOn = (some: readonly DrawWish[]): BoundsEffect => {
    const among = (of: ReadonlySet<string>) => some.filter(({ number }) => of.has(number)).length;
    const counts = { now: among(numbers.now), proposed: among(numbers.proposed) };
    return { wishes: some.length, ...counts, difference: counts.proposed - counts.now };
  };
  const kinds = IDENTITY_KINDS.map((kind) => ({ kind, ...effectOn(wishes.filter((wish) => wish.kind === kind)) }));
  return { kinds: kinds.filter((kind) => kind.wishes > 0), all: effectOn(wishes) };
}

/** How many places a seller with many mailboxes would get. */
export interface SellerPreview {
  /** Where they went to the fastest, and no draw were held */
  readonly fastest: number;
  /** Without a bound for mailboxes, all others as now */
  readonly unbounded: SellerShare;
  readonly now: SellerShare;
  readonly proposed: SellerShare;
  /** Where all were known by TAXISnet, and the seller were one of them */
  readonly taxisnet: SellerShare;
}

/** The same draw with one seller more, in many other orders. */
export async function previewOfSeller(
  { wishes, places }: Pick<DrawRecord, "wishes" | "places">,
  { now, proposed }: BoundsChange,
  { mailboxes = 100, ...tries }: Tries & { readonly mailboxes?: number },
): Promise<SellerPreview> {
  const seller = { kind: "email", wishes: mailboxes } as const;
  const { email: _, ...unbounded } = now;
  const known = { wishes: wishes.filter(({ kind }) => kind === "taxisnet"), places };
  return {
    fastest: fastestSellerPlaces({ wishes, places }, seller),
    ...(await sellerShares({ wishes, places }, { unbounded, now, proposed }, seller, tries)),
    ...(await sellerShares(known, { taxisnet: {} }, { kind: "taxisnet", wishes: 1 }, tries)),
  };
}
