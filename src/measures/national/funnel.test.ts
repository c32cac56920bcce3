import { expect, test } from "vitest";
import { atLeast, atMost } from "./binomial.ts";
import { byChance, funnelOf, limitsAt, sideOf } from "./funnel.ts";

const offices = (count: number, share: { count: number; of: number }) => Array.from({ length: count }, () => share);

test("the centre is of all visits, not of all offices", () => {
  expect(funnelOf([...offices(3, { count: 1, of: 10 }), { count: 900, of: 1_000 }]).centre).toEqual({
    count: 903,
    of: 1_030,
  });
});

test("out of bounds is whoever chance alone would put there one time in a thousand, exactly counted", () => {
  const funnel = { centre: { count: 81, of: 100 }, spread: 1 };
  for (const of of [20, 150, 700, 2_500]) {
    const counts = Array.from({ length: of + 1 }, (_, count) => count);
    const lowest = counts.findIndex((count) => atMost(count, of, 0.81) >= 0.001);
    const highest = counts.findLastIndex((count) => atLeast(count, of, 0.81) >= 0.001);
    expect(sideOf({ count: lowest, of }, funnel)).toBeNull();
    expect(sideOf({ count: lowest - 1, of }, funnel)).toBe("below");
    expect(sideOf({ count: highest, of }, funnel)).toBeNull();
    if (highest < of) expect(sideOf({ count: highest + 1, of }, funnel)).toBe("above");
  }
});

test("a limit as it is drawn lies between the last count inside and the first one outside", () => {
  const funnel = { centre: { count: 81, of: 100 }, spread: 1 };
  for (const of of [60, 400, 1_800]) {
    const counts = Array.from({ length: of + 1 }, (_, count) => count);
    const { low, high } = limitsAt(of, funnel, "bound");
    const below = counts.findLastIndex((count) => sideOf({ count, of }, funnel) === "below");
    const above = counts.findIndex((count) => sideOf({ count, of }, funnel) === "above");
    expect(low * of).toBeGreaterThanOrEqual(below - 1e-9);
    expect(low * of).toBeLessThanOrEqual(below + 1 + 1e-9);
    expect(high * of).toBeLessThanOrEqual((above < 0 ? of : above) + 1e-9);
    const zone = limitsAt(of, funnel, "zone");
    expect([zone.low > low, zone.high < high]).toEqual([true, true]);
  }
});

test("in large numbers the limits are those of Wilson's interval turned round: 1.96 and 3.09 standard deviations", () => {
  const funnel = { centre: { count: 1, of: 2 }, spread: 1 };
  const deviation = Math.sqrt(0.25 / 100_000);
  expect((0.5 - limitsAt(100_000, funnel, "zone").low) / deviation).toBeCloseTo(1.96, 2);
  expect((limitsAt(100_000, funnel, "bound").high - 0.5) / deviation).toBeCloseTo(3.09, 2);
});

test("offices that differ more than chance widen the limits; one far out does not, nor do few", () => {
  const alike = offices(40, { count: 80, of: 100 });
  expect(funnelOf(alike).spread).toBe(1);
  const one = funnelOf([...alike.slice(1), { count: 20, of: 100 }]);
  expect(one.spread).toBe(1);
  expect(sideOf({ count: 20, of: 100 }, one)).toBe("below");
  const apart = [...offices(20, { count: 900, of: 1_000 }), ...offices(20, { count: 700, of: 1_000 })];
  const wide = funnelOf(apart);
  expect(wide.spread).toBeCloseTo(0.1 / Math.sqrt(0.16 / 1_000), 5);
  expect(sideOf({ count: 700, of: 1_000 }, wide)).toBeNull();
  expect(funnelOf(apart.slice(15, 24)).spread).toBe(1);
});

test("where all or none are on time nobody is out of bounds, and an office without visits is nowhere", () => {
  const all = funnelOf(offices(12, { count: 30, of: 30 }));
  expect(sideOf({ count: 30, of: 30 }, all)).toBeNull();
  expect(sideOf({ count: 0, of: 0 }, funnelOf(offices(12, { count: 20, of: 30 })))).toBeNull();
  expect(funnelOf([]).centre).toEqual({ count: 0, of: 0 });
});

test("of ninety-six offices chance puts one out about one time in five", () => {
  expect(byChance(96)).toBeCloseTo(0.192, 4);
});
