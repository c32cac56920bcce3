import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Lateness, watchLateness } from "./lateness.ts";

/** The clock goes on beside the timers, as it does for a process that is kept from its work. */
let now: number;
let lateness: Lateness;
beforeEach(() => {
  now = 0;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  lateness = watchLateness(() => now);
});
afterEach(() => {
  lateness.stop();
  vi.useRealTimers();
});

/** So many times in a row it comes to its work after so long. */
function pass(times: number, milliseconds: number): void {
  for (let count = 0; count < times; count++) {
    now += milliseconds;
    vi.advanceTimersByTime(50);
  }
}

test("whoever comes in time is not late", () => {
  pass(100, 50);
  expect(lateness.now()).toBe(0);
});

test("a short stop is no lateness, a second of them is", () => {
  pass(20, 50);
  pass(1, 200);
  expect(lateness.now()).toBeLessThan(100);
  pass(10, 200);
  expect(lateness.now()).toBeGreaterThan(100);
});

test("what was a while ago is forgotten", () => {
  pass(1, 5_000);
  expect(lateness.now()).toBeGreaterThan(4_000);
  pass(100, 50);
  expect(lateness.now()).toBeLessThan(100);
});
