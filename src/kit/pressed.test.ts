import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPress, watchPresses } from "./pressed.ts";

let page: EventTarget;
let drawn: string[];
const draw = (what: string) => afterPress(() => void drawn.push(what));
const happens = (...events: readonly string[]) => {
  for (const event of events) page.dispatchEvent(new Event(event));
};
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  drawn = [];
  watchPresses(page);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test("news are drawn at once, but not while the button of the mouse is down: then behind the click, in their order", () => {
  draw("before");
  happens("mousedown");
  draw("first");
  draw("second");
  expect(drawn).toEqual(["before"]);
  page.addEventListener("click", () => drawn.push("click"));
  happens("mouseup", "click");
  expect(drawn).toEqual(["before", "click"]);
  vi.advanceTimersByTime(0);
  expect(drawn).toEqual(["before", "click", "first", "second"]);
});

test("let go elsewhere, nothing is clicked, and the news are drawn all the same", () => {
  happens("mousedown");
  draw("news");
  happens("mouseup");
  vi.advanceTimersByTime(1);
  expect(drawn).toEqual(["news"]);
});

test("pressed again at once they wait for the second one as well", () => {
  happens("mousedown");
  draw("news");
  happens("mouseup", "click", "mousedown");
  vi.advanceTimersByTime(100);
  expect(drawn).toEqual([]);
  happens("mouseup", "click");
  vi.advanceTimersByTime(1);
  expect(drawn).toEqual(["news"]);
});

test("what is never let go holds nothing up for long", () => {
  happens("mousedown");
  draw("news");
  vi.advanceTimersByTime(2_999);
  expect(drawn).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(drawn).toEqual(["news"]);
});
