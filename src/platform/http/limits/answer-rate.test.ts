import { expect, test } from "vitest";
import { createAnswerRate } from "./answer-rate.ts";

/** The rate after looks 250 ms apart, between which so many were answered. */
function rateAfter(answered: readonly number[], isStanding = true): number {
  const rate = createAnswerRate(0);
  const looks = answered.map((count, look) => {
    for (let n = 0; n < count; n++) rate.count();
    return rate.look((look + 1) * 250, isStanding && look > 0) * 1_000;
  });
  return looks.at(-1) as number;
}

test("a look between two bursts takes half of what was before, and not all", () => {
  expect(rateAfter([40])).toBe(160);
  expect(rateAfter([40, 20])).toBe(120);
  expect(rateAfter([40, 20, 40])).toBe(140);
});

test("where nothing is answered any more, hardly anybody is let wait a second later", () => {
  expect(rateAfter([40, 0, 0, 0, 0])).toBe(10);
});

test("while nobody stood there, what was answered tells of who came and not of who could have", () => {
  expect(rateAfter([1, 40], false)).toBe(160);
  expect(rateAfter([40, 2], false)).toBe(8);
});

test("two looks at one moment are as good as one", () => {
  const rate = createAnswerRate(0);
  rate.count();
  expect(rate.look(0, false)).toBe(1);
});
