import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, type Market, market } from "../../../test/random-draws.ts";
import type { DrawRecord, WithheldRecord } from "./draw-record.ts";
import { findWish } from "./find-wish.ts";
import { publishedRecord } from "./record-schema.ts";
import { verifyDraw } from "./verify-draw.ts";
import { withoutWishes } from "./without-wishes.ts";

const signsOf = async (record: WithheldRecord): Promise<string> => {
  const results = await verifyDraw(record);
  return results.map(({ holds, unchecked }) => unchecked ?? (holds ? "yes" : "no")).join(" ");
};

test("it follows at the first four points, and each owner finds their wish as in the whole file", async () => {
  await fc.assert(
    fc.asyncProperty(market, async (before) => {
      const whole = await drawn(before);
      const withheld = await withoutWishes(whole);
      expect(publishedRecord.parse(withheld)).toEqual(withheld);
      expect(await signsOf(withheld)).toBe("yes yes yes yes withheld");
      for (const number of whole.order) {
        const found = await findWish(whole, number);
        const fate = found?.fate === "drawn" ? "drawn" : "waits";
        expect(await findWish(withheld, `Κ ${number}`)).toEqual({ ...found, fate });
      }
      expect(await findWish(withheld, "12")).toBeNull();
    }),
    { numRuns: 60 },
  );
});

const [before] = fc.sample(
  market.filter(({ wishes, whims }) => wishes.length > 25 && whims.length > 5),
  { numRuns: 1, seed: 45 },
);
const whole: DrawRecord = await drawn(before as Market);
const record = await withoutWishes(whole);

test("nothing of it tells of days, parts, offices, kinds, places or what happened", () => {
  expect(Object.keys(record).sort()).toEqual(
    ["auditHead", "draw", "hashes", "held", "listSeal", "order", "rule", "secret", "secretSeal", "seed"].sort(),
  );
  const text = JSON.stringify(record);
  const { wishes, places } = whole;
  for (const { salt, kind } of wishes) for (const told of [salt, kind]) expect(text).not.toContain(told);
  for (const { office, date } of places) for (const told of [`"${office}"`, date]) expect(text).not.toContain(told);
});

test("its numbers stand as numbers do, whatever order they came in or got their places", () => {
  const numbers = whole.wishes.map(({ number }) => number);
  expect(numbers).not.toEqual(numbers.toSorted());
  expect(record.hashes.map(([number]) => number)).toEqual(numbers.toSorted());
  expect(record.held).toEqual(record.held.toSorted());
});

test("a file has either form, and not both", () => {
  expect(publishedRecord.safeParse({ ...whole, ...record }).success).toBe(false);
  const { hashes: _, ...neither } = record;
  expect(publishedRecord.safeParse(neither).success).toBe(false);
});

const OTHER = "ab".repeat(32);
const swapped = <Of>([first, second, ...rest]: readonly Of[]): Of[] => [second as Of, first as Of, ...rest];

test.each<[string, Partial<WithheldRecord>, string]>([
  ["another draw", { draw: 100 }, "yes no yes yes withheld"],
  ["another secret", { secret: OTHER }, "no yes no yes withheld"],
  ["another seal of the secret", { secretSeal: OTHER }, "no yes yes yes withheld"],
  ["another seal of the list", { listSeal: OTHER }, "yes no no yes withheld"],
  ["another end of the audit", { auditHead: OTHER }, "yes yes no yes withheld"],
  ["another seed", { seed: OTHER }, "yes yes no no withheld"],
  ["a wish taken out", { hashes: record.hashes.slice(1) }, "yes no yes no withheld"],
  ["a wish put in", { hashes: [["0000", OTHER], ...record.hashes] }, "yes no yes no withheld"],
  ["a wish twice", { hashes: [...record.hashes, ...record.hashes.slice(0, 1)] }, "yes no yes no withheld"],
  ["a changed wish", { hashes: record.hashes.map(([number]) => [number, OTHER]) }, "yes no yes yes withheld"],
  ["two of the order exchanged", { order: swapped(record.order) }, "yes yes yes no withheld"],
  ["one out of the order", { order: record.order.slice(1) }, "yes yes yes no withheld"],
])("%s is found", async (_, change, signs) => {
  expect(await signsOf({ ...record, ...change })).toBe(signs);
});
