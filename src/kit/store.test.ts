import { expect, test, vi } from "vitest";
import { createStore } from "./store.ts";

test("whoever listens hears of each change until leaving, and of nothing that stays the same", () => {
  const store = createStore(1);
  const heard = vi.fn();
  const leave = store.subscribe(heard);
  store.set((now) => now + 1);
  store.set((now) => now);
  expect([store.get(), heard.mock.calls.length]).toEqual([2, 1]);
  leave();
  store.set(() => 3);
  expect([store.get(), heard.mock.calls.length]).toEqual([3, 1]);
});
