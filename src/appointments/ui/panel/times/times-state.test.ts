import { expect, test } from "vitest";
import { chosenSlot, initialTimes, nextTimes } from "./times-state.ts";

const first = { date: "2026-11-24", time: "11:30", queue: 1 };
const second = { date: "2026-11-24", time: "11:40", queue: 3 };
const clash = { isTaken: true, sentence: "", alternatives: [second], taken: null, wished: first };

test("without a choice the first of the list is chosen", () => {
  expect(chosenSlot([first, second], null)).toBe(first);
  expect(chosenSlot([first, second], second)).toBe(second);
  expect(chosenSlot([], second)).toBeNull();
});

test("a chosen time is preferred when the service or the source changes", () => {
  const state = nextTimes(nextTimes(initialTimes(null), { type: "chosen", slot: second }), { type: "terms-changed" });
  expect(state.preferred).toEqual(second);
});

test("a proposed time nobody chose is not held on to", () => {
  expect(nextTimes(initialTimes(null), { type: "terms-changed" }).preferred).toBeNull();
});

test("after a collision the nearest time is chosen, not the lost one", () => {
  const state = nextTimes(initialTimes(first), { type: "lost", clash });
  expect(chosenSlot(clash.alternatives, state.choice)).toEqual(second);
  expect(state.preferred).toBeNull();
});

test("choosing from the list leaves the day chosen by hand", () => {
  const wished = nextTimes(initialTimes(null), {
    type: "other-wished",
    wish: { date: "2026-11-27", time: null, queue: null },
  });
  expect(nextTimes(wished, { type: "chosen", slot: first }).other).toBeNull();
});
