import fc from "fast-check";
import { allot } from "../src/draws/rule/allot.ts";
import { type CellPlaces, type DrawRecord, type DrawWish, IDENTITY_KINDS } from "../src/draws/rule/draw-record.ts";
import { sealOfList, sealOfSecret, seedOf } from "../src/draws/rule/hashes.ts";
import { drawnOrder } from "../src/draws/rule/order.ts";
import { eventsOf, whim } from "./random-events.ts";

/** Draws of a few offices and days, as nobody would think of them. */

export const OFFICES = ["9901", "9902", "9903"] as const;
const DATES = ["2026-12-07", "2026-12-08"] as const;
export const DAY_PARTS = DATES.flatMap((date) => [[date, 0] as const, [date, 1] as const]);

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((digits) => digits.toHex());

const cells = fc
  .array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }), {
    minLength: OFFICES.length * DAY_PARTS.length,
    maxLength: OFFICES.length * DAY_PARTS.length,
  })
  .map((runs): CellPlaces[] =>
    OFFICES.flatMap((office, row) =>
      DAY_PARTS.map(([date, part], column) => ({
        office,
        date,
        part,
        runs: runs[row * DAY_PARTS.length + column] as number[],
      })),
    ),
  );

const wish = fc.record<DrawWish>({
  number: fc.integer({ min: 1_000, max: 9_999 }).map(String),
  kind: fc.constantFrom(...IDENTITY_KINDS),
  units: fc.constantFrom(1, 1, 1, 2),
  dayParts: fc.shuffledSubarray([...DAY_PARTS], { minLength: 1, maxLength: 4 }),
  offices: fc.shuffledSubarray([...OFFICES], { minLength: 1 }),
  first: fc.constantFrom("day", "office"),
  others: fc.boolean(),
  salt: hex(16),
});

export const wishes = (least = 1, most = 30) =>
  fc.uniqueArray(wish, { minLength: least, maxLength: most, selector: ({ number }) => number, size: "max" });

/** What is known before it is drawn. */
export const market = fc.record({
  draw: fc.integer({ min: 1, max: 99 }),
  secret: hex(32),
  auditHead: hex(32),
  bounds: fc.record(
    { email: fc.integer({ min: 0, max: 5 }), phone: fc.integer({ min: 0, max: 5 }) },
    { requiredKeys: [] },
  ),
  places: cells,
  wishes: wishes(),
  whims: fc.array(whim, { maxLength: 12, size: "max" }),
});
export type Market = typeof market extends fc.Arbitrary<infer Of> ? Of : never;

/** As it is published: some gave back or lost what they had got, some waited no longer, and what was free went to others. */
export async function drawn(before: Market): Promise<DrawRecord> {
  const { draw, secret, wishes: all, whims, ...terms } = before;
  const listSeal = await sealOfList(draw, all);
  const seed = await seedOf({ ...before, listSeal });
  const order = await drawnOrder(
    seed,
    all.map(({ number }) => number),
  );
  const inOrder = order.flatMap((number) => all.find((each) => each.number === number) ?? []);
  const events = eventsOf(inOrder, terms, whims);
  return {
    rule: "1.0",
    ...terms,
    draw,
    secretSeal: await sealOfSecret(secret),
    secret,
    listSeal,
    seed,
    wishes: all,
    order,
    events,
    ...allot(inOrder, terms, events),
  };
}
