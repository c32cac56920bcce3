import { expect, test } from "vitest";
import { type MeasuredDay, waitEstimates } from "./wait-estimate.ts";

const days = (count: number, day: Partial<MeasuredDay> = {}): MeasuredDay[] =>
  Array.from({ length: count }, () => ({ waits: { 10: 5, 20: 4, 45: 1 }, visits: 20, complete: 16, ...day }));

test("from the middle to nine of ten, once ten days were measured", () => {
  expect(waitEstimates(days(10))(0)).toEqual({ from: 10, to: 20 });
  expect(waitEstimates(days(10, { waits: { 3: 4, 20: 4, 45: 2 } }))(0)).toEqual({ from: 20, to: 45 });
  expect(waitEstimates(days(9))(0)).toEqual({ why: "few-days", days: 9, needed: 10 });
});

test("a day without anybody who came so is none that was measured", () => {
  expect(waitEstimates([...days(9), ...days(5, { waits: {} })])(0)).toEqual({ why: "few-days", days: 9, needed: 10 });
});

test("four of five visits must have been recorded to the end", () => {
  expect(waitEstimates(days(10, { complete: 15 }))(0)).toEqual({ why: "incomplete" });
  expect(waitEstimates([...days(10, { complete: 15 }), ...days(10, { complete: 17 })])(0)).toEqual({
    from: 10,
    to: 20,
  });
});

test("who has waited for some minutes is compared with those who waited as long", () => {
  expect(waitEstimates(days(10))(10)).toEqual({ from: 0, to: 10 });
  expect(waitEstimates(days(10))(11)).toEqual({ from: 9, to: 34 });
  expect(waitEstimates(days(10))(21)).toEqual({ why: "few-waits" });
});

test("of fewer than twenty people nothing is said", () => {
  expect(waitEstimates(days(10, { waits: { 5: 2 } }))(0)).toEqual({ from: 5, to: 5 });
  expect(waitEstimates([...days(9, { waits: { 5: 2 } }), ...days(1, { waits: { 5: 1 } })])(0)).toEqual({
    why: "few-waits",
  });
});
