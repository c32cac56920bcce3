import { expect, test } from "vitest";
import { isSamePlace } from "../../plan-marks.ts";
import { nextAfter, steadyList } from "./steady-list.ts";

const slot = (time: string, queue = 1) => ({ date: "2026-11-24", time, queue });
const shown = [slot("11:15"), slot("11:30"), slot("11:45"), slot("13:00")];
const without = (...lost: (typeof shown)[number][]) => ({
  canBeHad: (place: (typeof shown)[number]) => !lost.some((each) => isSamePlace(each, place)),
  isPinned: () => false,
});

test("a list stays as it was shown while all of it can be had, though an earlier time came free", () => {
  const fresh = [slot("10:45"), ...shown.slice(0, 3)];
  expect(steadyList(shown, fresh, without())).toBe(shown);
});

test("a time that is lost makes way for another one, in the order of time", () => {
  const fresh = [slot("11:15"), slot("11:30", 2), slot("11:45"), slot("13:00")];
  expect(steadyList(shown, fresh, without(slot("11:30")))).toEqual([
    slot("11:15"),
    slot("11:30", 2),
    slot("11:45"),
    slot("13:00"),
  ]);
});

test("one that was clicked stays first", () => {
  const clicked = slot("15:00");
  const rules = { ...without(slot("11:15")), isPinned: (place: typeof clicked) => isSamePlace(place, clicked) };
  expect(steadyList([clicked, ...shown.slice(0, 3)], [clicked, ...shown.slice(1)], rules)).toEqual([
    clicked,
    ...shown.slice(1),
  ]);
});

test("a list with fewer times than could be shown takes more, and is then at rest", () => {
  const longer = steadyList(shown.slice(0, 2), shown, without());
  expect(longer).toEqual(shown);
  expect(steadyList(longer, shown, without())).toBe(longer);
});

test("after a loss the form stands on the same time elsewhere, or the next, or at the end of the day on the soonest", () => {
  expect(nextAfter(slot("11:30"), [slot("11:15"), slot("11:30", 2)])).toEqual(slot("11:30", 2));
  expect(nextAfter(slot("11:20"), shown)).toEqual(slot("11:30"));
  expect(nextAfter(slot("14:00"), shown)).toEqual(slot("11:15"));
  expect(nextAfter(slot("14:00"), [])).toBe(null);
});
