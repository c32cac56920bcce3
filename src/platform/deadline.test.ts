import { expect, test, vi } from "vitest";
import { before, inTime, requireTime } from "./deadline.ts";

const within = <T>(milliseconds: number, work: () => T): T =>
  before({ endsAt: performance.now() + milliseconds }, work);

test("what others wait for too ends with each one's own time, and leaves nothing behind when it comes before", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { promise, resolve } = Promise.withResolvers<number>();
  const [short, long] = [within(1_000, () => inTime(promise)), within(9_000, () => inTime(promise))];
  const late = expect(short).rejects.toMatchObject({ status: 503 });
  vi.advanceTimersByTime(1_001);
  await late;
  resolve(7);
  expect(await long).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
  expect(await inTime(Promise.resolve(8))).toBe(8);
  vi.useRealTimers();
});

test("nothing is begun for a request whose time is over", () => {
  within(1_000, requireTime);
  expect(() => within(0, requireTime)).toThrow("unavailable");
});
