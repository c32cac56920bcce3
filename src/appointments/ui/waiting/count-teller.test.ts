import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CountTeller, createCountTeller } from "./count-teller.ts";

let told: (number | null)[];
let teller: CountTeller;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  teller = createCountTeller((count) => told.push(count));
});
afterEach(() => vi.useRealTimers());

const said = () => told.filter((count) => count !== null);

test("what stands there when the page comes is not said; a change is, at once", () => {
  teller.set(7);
  expect(told).toEqual([]);
  teller.set(8);
  expect(told).toEqual([8]);
});

test("in a rush the count is said once a minute, as it is by then", () => {
  teller.set(7);
  for (let count = 8; count < 30; count++) {
    teller.set(count);
    vi.advanceTimersByTime(10_000);
  }
  expect(said()).toEqual([8, 13, 19, 25]);
});

test("where it is what was said before, nothing is said; after a quiet minute the next change is at once", () => {
  teller.set(7);
  teller.set(8);
  teller.set(7);
  teller.set(8);
  vi.advanceTimersByTime(120_000);
  expect(said()).toEqual([8]);
  teller.set(9);
  expect(said()).toEqual([8, 9]);
});

test("what was said is taken away, so that nothing else brings it up again, and nothing is said once the page is gone", () => {
  teller.set(7);
  teller.set(8);
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([8, null]);
  teller.set(9);
  teller.stop();
  vi.advanceTimersByTime(120_000);
  expect([said(), vi.getTimerCount()]).toEqual([[8], 0]);
});
