import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenLookedAt } from "./arming.ts";

let see: (isIntersecting: boolean) => void;
const disconnect = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly observe = () => {};
      readonly disconnect = disconnect;
      constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
        see = (isIntersecting) => tell([{ isIntersecting }]);
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("it takes 700 ms in sight, in one piece", () => {
  const then = vi.fn();
  whenLookedAt({} as Element, then);
  see(true);
  vi.advanceTimersByTime(600);
  see(false);
  vi.advanceTimersByTime(1_000);
  see(true);
  vi.advanceTimersByTime(699);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(then).toHaveBeenCalledTimes(1);
});

test("a clerk who goes on to something else is not waited for", () => {
  const then = vi.fn();
  const stop = whenLookedAt({} as Element, then);
  see(true);
  stop();
  vi.advanceTimersByTime(1_000);
  expect(then).not.toHaveBeenCalled();
  expect(disconnect).toHaveBeenCalled();
});
