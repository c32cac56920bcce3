import { vi } from "vitest";
import { settle } from "./immediates.ts";

/** The page's time passes only while a test waits for something: so no test waits for a clock, and each sees the same moments. */

/** Tuesday 24 November 2026, 10:42 in Athens: the server's too, while an answer is recorded. */
const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const STEP_MS = 10;
const FAKED = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] as const;
const DRAWING = ["requestAnimationFrame", "cancelAnimationFrame", "Temporal"] as const;
const realTimeout = setTimeout;

let isBusy = () => false;

/** @param asks with questions to a real server, whose time is not the page's */
export function startClock(asks: () => boolean): void {
  isBusy = asks;
  vi.useFakeTimers({ now: NOW.epochMilliseconds, toFake: [...FAKED, ...DRAWING] });
}

export const stopClock = (): void => void vi.useRealTimers();

/** What is on its way comes, and so much of the page's time goes by. */
export async function letPass(ms: number = STEP_MS): Promise<void> {
  // Code that is on its way comes by the real clock.
  await vi.dynamicImportSettled();
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await settle();
    while (isBusy()) await new Promise((resolve) => realTimeout(resolve, 2));
    vi.advanceTimersByTime(STEP_MS);
  }
  await settle();
}

/** How long something may take to come, of the page's time */
const PATIENCE_MS = 20_000;
const REAL_PART = 20;

/**
 * Waits until it is so, for as long as the page may take; looks the more seldom the longer it takes. What does not come by the
 * page's time, as code that is on its way, has a part of the real one meanwhile.
 */
export async function becomes(isSo: () => boolean): Promise<boolean> {
  let passed = 0;
  while (!isSo()) {
    if (passed >= PATIENCE_MS) return false;
    const step = Math.max(STEP_MS, Math.min(500, passed / 10));
    await letPass(step);
    await new Promise((resolve) => realTimeout(resolve, step / REAL_PART));
    passed += step;
  }
  return true;
}

/** What needs the page's time to come about */
export async function meanwhile<Answer>(coming: Promise<Answer>): Promise<Answer> {
  let isHere = false;
  void coming.finally(() => {
    isHere = true;
  });
  if (!(await becomes(() => isHere))) throw new Error("It never came");
  return await coming;
}
