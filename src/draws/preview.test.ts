import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedDraw } from "../../test/draws/expected-draw.ts";
import { onePlaceEach } from "../../test/draws/one-place-each.ts";
import { drawn, market } from "../../test/random-draws.ts";
import { previewOfBounds, previewOfSeller } from "./preview.ts";
import { IDENTITY_KINDS } from "./rule/draw-record.ts";
import type { SellerShare } from "./seller-shares.ts";

test("a lower bound takes a place from the second mailbox, and gives it to the next who has none", () => {
  const { wishes, places } = onePlaceEach({ email: 2, taxisnet: 3 }, 3);
  const [first, second, third, fourth, fifth] = wishes.map(({ number }) => number);
  const order = [first, third, second, fourth, fifth] as string[];
  expect(previewOfBounds({ wishes, order, places }, { now: { email: 2 }, proposed: { email: 1 } })).toEqual({
    kinds: [
      { kind: "taxisnet", wishes: 3, now: 1, proposed: 2, difference: 1 },
      { kind: "email", wishes: 2, now: 2, proposed: 1, difference: -1 },
    ],
    all: { wishes: 5, now: 3, proposed: 3, difference: 0 },
  });
});

test("with the bounds that it had, a draw comes out as it was published", async () => {
  await fc.assert(
    fc.asyncProperty(market, async (before) => {
      const record = await drawn(before);
      const { kinds, all } = previewOfBounds(record, { now: record.bounds, proposed: {} });
      const kindOf = new Map(record.wishes.map(({ number, kind }) => [number, kind]));
      const published = record.allotments.map(({ number }) => kindOf.get(number));
      for (const kind of IDENTITY_KINDS) {
        const had = published.filter((one) => one === kind).length;
        expect(kinds.find((one) => one.kind === kind)?.now ?? 0).toBe(had);
      }
      for (const count of ["wishes", "now", "proposed", "difference"] as const)
        expect(kinds.reduce((sum, kind) => sum + kind[count], 0)).toBe(all[count]);
    }),
    { numRuns: 200 },
  );
});

test("whatever is proposed, no kind gets more than its bound", () => {
  for (let seed = 0; seed < 20; seed++) {
    const draw = expectedDraw({ wishes: 100, offices: 3, parts: 2 }, seed);
    const { kinds } = previewOfBounds(draw, { now: {}, proposed: { email: 2, phone: 0 } });
    expect(kinds.find(({ kind }) => kind === "email")?.proposed).toBeLessThanOrEqual(2);
    expect(kinds.find(({ kind }) => kind === "phone")?.proposed ?? 0).toBe(0);
  }
});

/** Within four standard errors, which chance alone leaves once in 16,000 times; the seed is always the same. */
function expectMean({ mean, error }: SellerShare, truth: number): void {
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(mean - truth)).toBeLessThan(4 * error);
}

test("where all want the same, the seller's part is computed as well as tried", async () => {
  const draw = onePlaceEach({ taxisnet: 57, email: 84, phone: 9 }, 50);
  const change = { now: { email: 8, phone: 5 }, proposed: { email: 5, phone: 5 } };
  const preview = await previewOfSeller(draw, change, { mailboxes: 50, tries: 300, seed: "a seller" });
  expect(preview.fastest).toBe(50);
  // Of 9 by telephone more than 5 are among the first 50 of 200 so seldom that their bound changes nothing that one would see.
  expectMean(preview.unbounded, 50 * (50 / 200));
  expectMean(preview.now, 8 * (50 / 134));
  expectMean(preview.proposed, 5 * (50 / 134));
  expectMean(preview.taxisnet, 50 / 58);
});

test("the same seed says the same, another says something else", async () => {
  const draw = expectedDraw({ wishes: 60, offices: 2, parts: 2 }, 1);
  const change = { now: { email: 4 }, proposed: { email: 2 } };
  const preview = (seed: string) => previewOfSeller(draw, change, { mailboxes: 20, tries: 20, seed });
  expect(await preview("one")).toEqual(await preview("one"));
  expect(await preview("one")).not.toEqual(await preview("two"));
});

test("a hundred mailboxes, where nobody says how many", async () => {
  const draw = onePlaceEach({ taxisnet: 1 }, 150);
  const preview = await previewOfSeller(draw, { now: {}, proposed: {} }, { tries: 2, seed: "" });
  expect(preview.fastest).toBe(100);
});
