import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGER } from "../field/visit-services.ts";
import { minutesTogether } from "./length.ts";

const minutes = new Map([
  ["signature", 5],
  ["copies", 10],
  ["vehicle", 30],
]);

test("one service takes its own minutes, whatever is common", () => {
  for (const [service, length] of minutes)
    expect(minutesTogether([service], { minutes, common: 30, longer: 0 })).toBe(length);
});

test("of several what is common happens once", () => {
  expect(minutesTogether(["signature", "copies", "signature"], { minutes, common: 0, longer: 0 })).toBe(20);
  expect(minutesTogether(["copies", "vehicle"], { minutes, common: 4, longer: 0 })).toBe(36);
});

test("each takes a minute of its own at least", () => {
  expect(minutesTogether(["signature", "signature", "vehicle"], { minutes, common: 30, longer: 0 })).toBe(32);
});

test("what the catalogue has not, adds nothing", () => {
  expect(minutesTogether(["unheard-of"], { minutes, common: 5, longer: 0 })).toBe(0);
  expect(minutesTogether(["copies", "unheard-of"], { minutes, common: 5, longer: 0 })).toBe(10);
});

test("another service makes a visit longer, in whatever order they are", () => {
  const codes = fc.array(fc.constantFrom(...minutes.keys()), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(codes, fc.constantFrom(...minutes.keys()), fc.integer({ min: 0, max: 30 }), (some, more, common) => {
      const before = minutesTogether(some, { minutes, common, longer: 0 });
      expect(minutesTogether([...some, more], { minutes, common, longer: 0 })).toBeGreaterThan(before);
      expect(minutesTogether(some.toReversed(), { minutes, common, longer: 0 })).toBe(before);
    }),
  );
});

test("whoever needs longer has so much more once, whatever is done; for nothing that is done there is no more", () => {
  const terms = { minutes, common: 4, longer: 15 };
  expect(minutesTogether(["copies", LONGER], terms)).toBe(25);
  expect(minutesTogether(["copies", "vehicle", LONGER], terms)).toBe(51);
  expect(minutesTogether([LONGER], terms)).toBe(0);
});
