import { expect, test } from "vitest";
import { atLeast, atMost, normalTail } from "./binomial.ts";

/** By adding up, in whole numbers: C(n, k) aᵏ (b − a)ⁿ⁻ᵏ of bⁿ, for a chance of a in b. */
function addedUp(x: number, n: number, a: bigint, b: bigint): number {
  let [choose, total] = [1n, 0n];
  for (let k = 0; k <= x; k++) {
    total += choose * a ** BigInt(k) * (b - a) ** BigInt(n - k);
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
  }
  const scale = 10n ** 40n;
  return Number((total * scale) / b ** BigInt(n)) / 1e40;
}

test("the tails of the tables", () => {
  expect(atMost(5, 10, 0.5)).toBeCloseTo(0.623046875, 10);
  expect(atMost(0, 10, 0.1)).toBeCloseTo(0.3486784401, 10);
  expect(atMost(1, 20, 0.05)).toBeCloseTo(0.7358395, 7);
  expect(atLeast(15, 20, 0.5)).toBeCloseTo(0.0206947, 7);
});

test.each([
  [0, 1, 1n, 3n],
  [81, 100, 81n, 100n],
  [60, 100, 81n, 100n],
  [395, 500, 81n, 100n],
  [20, 700, 5n, 100n],
  [1, 3, 999n, 1000n],
])("at most %i of %i is what adding up says, to ten digits", (x, n, a, b) => {
  const exact = addedUp(x, n, a, b);
  expect(Math.abs(atMost(x, n, Number(a) / Number(b)) / exact - 1)).toBeLessThan(1e-10);
});

test("by Clopper and Pearson, ten of a hundred are 4.9 % to 17.6 %", () => {
  expect(atLeast(10, 100, 0.0490047)).toBeCloseTo(0.025, 5);
  expect(atMost(10, 100, 0.1762226)).toBeCloseTo(0.025, 5);
});

test("none and all, and chances of nothing and of certainty", () => {
  expect([atMost(-1, 10, 0.5), atMost(10, 10, 0.5), atMost(3, 10, 0), atMost(3, 10, 1)]).toEqual([0, 1, 1, 0]);
  expect([atLeast(0, 10, 0.5), atLeast(11, 10, 0.5)]).toEqual([1, 0]);
});

test("the normal tail, also far out", () => {
  expect(normalTail(-1.959964)).toBeCloseTo(0.025, 6);
  expect(normalTail(-3.090232)).toBeCloseTo(0.001, 6);
  expect(normalTail(-8) / 6.22096e-16).toBeCloseTo(1, 4);
  expect(normalTail(0)).toBeCloseTo(0.5, 6);
});
