import { expect, test } from "vitest";
import { severalAtOnce } from "./several-at-once.ts";

test("results come in order, and no more run at once than may", async () => {
  let running = 0;
  let most = 0;
  const results = await severalAtOnce([30, 10, 20, 5, 1], 2, async (delay) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, delay));
    running--;
    return delay * 2;
  });
  expect(results).toEqual([60, 20, 40, 10, 2]);
  expect(most).toBe(2);
});

test("of nothing there is nothing, and a failure is told", async () => {
  expect(await severalAtOnce([], 4, async () => 1)).toEqual([]);
  await expect(severalAtOnce([1], 4, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});
