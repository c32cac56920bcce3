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
    wish: { date: "2026-11-27", time: null, queue: null, monday: "2026-11-23" },
  });
  expect(nextTimes(wished, { type: "chosen", slot: first }).other).toBeNull();
});

test("a place that went makes way for the next, until something is chosen; a wish for it goes along", () => {
  const went = nextTimes(initialTimes(first), { type: "went", gone: { place: first, by: null }, next: second });
  expect(went).toMatchObject({ choice: second, preferred: second, gone: { place: first } });
  expect(nextTimes(went, { type: "chosen", slot: second }).gone).toBeNull();
  const wish = { date: "2026-11-24", time: "11:30", queue: 1, monday: "2026-11-23" };
  const byHand = nextTimes(initialTimes(null), { type: "other-wished", wish });
  const moved = nextTimes(byHand, {
    type: "went",
    gone: { place: first, by: "Άρης" },
    next: { ...first, time: "12:00" },
  });
  expect(moved.other?.time).toBe("12:00");
});
