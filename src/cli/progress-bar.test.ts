import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressBar } from "./progress-bar.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

const watched = () => {
  const drawn: string[] = [];
  const terminal = { out: () => {}, err: () => {}, draw: (text: string) => drawn.push(text) };
  return { drawn, bar: progressBar(terminal, "Offices", (seconds) => `${Math.round(seconds)} s`) };
};

test("tells the time left at the pace of this run, whatever an earlier one had done", () => {
  const { drawn, bar } = watched();
  bar.show(900, 1200);
  vi.advanceTimersByTime(1_000);
  bar.show(901, 1200);
  vi.advanceTimersByTime(9_000);
  bar.show(910, 1200);
  expect(drawn).toEqual([
    expect.stringMatching(/900\/1200$/),
    expect.stringMatching(/901\/1200$/),
    expect.stringMatching(/910\/1200 · 290 s$/),
  ]);
});

test("is drawn now and then, and at the end whenever that is", () => {
  const { drawn, bar } = watched();
  for (let done = 0; done <= 100; done++) bar.show(done, 100);
  expect(drawn).toEqual([expect.stringMatching(/ 0\/100$/), expect.stringMatching(/ 100\/100$/)]);
});

test("says nothing of time left when all is done", () => {
  const { drawn, bar } = watched();
  bar.show(0, 2);
  vi.advanceTimersByTime(5_000);
  bar.show(2, 2);
  expect(drawn.at(-1)).toMatch(/^Offices █{30} 2\/2$/);
});
