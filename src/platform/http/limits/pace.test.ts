import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

/** The pace after looks 250 ms apart, between which so many were answered. */
function paceAfter(answered: readonly number[], isStanding = true): number {
  const pace = createPace(0);
  const looks = answered.map((count, look) => {
    for (let n = 0; n < count; n++) pace.count();
    return pace.look((look + 1) * 250, isStanding && look > 0) * 1_000;
  });
  return looks.at(-1) as number;
}

test("a look between two bursts takes half of what was before, and not all", () => {
  expect(paceAfter([40])).toBe(160);
  expect(paceAfter([40, 20])).toBe(120);
  expect(paceAfter([40, 20, 40])).toBe(140);
});

test("where nothing is answered any more, hardly anybody is let wait a second later", () => {
  expect(paceAfter([40, 0, 0, 0, 0])).toBe(10);
});

test("while nobody stood there, what was answered tells of who came and not of who could have", () => {
  expect(paceAfter([1, 40], false)).toBe(160);
  expect(paceAfter([40, 2], false)).toBe(8);
});

test("two looks at one moment are as good as one", () => {
  const pace = createPace(0);
  pace.count();
  expect(pace.look(0, false)).toBe(1);
});
