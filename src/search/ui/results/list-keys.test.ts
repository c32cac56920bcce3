import { expect, test } from "vitest";
import { stepTo } from "./list-keys.ts";

const press = (key: string, chosen = 1, modifier = {}) =>
  stepTo({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...modifier }, chosen, 3);

test("arrows move among the people and stop at the last", () => {
  expect(press("ArrowDown")).toMatchObject({ to: "person", index: 2 });
  expect(press("ArrowDown", 2)).toMatchObject({ to: "person", index: 2 });
  expect(press("ArrowUp")).toMatchObject({ to: "person", index: 0 });
  expect(press("Home", 2)).toMatchObject({ to: "person", index: 0 });
  expect(press("End", 0)).toMatchObject({ to: "person", index: 2 });
});

test("above the first is the field", () => {
  expect(press("ArrowUp", 0)).toEqual({ to: "field", isTyped: false });
});

test("a letter goes on in the field", () => {
  expect(press("ν")).toEqual({ to: "field", isTyped: true });
  expect(press("Backspace")).toEqual({ to: "field", isTyped: true });
});

test("keys that mean something else everywhere stay theirs", () => {
  for (const key of ["/", "?", " ", "Tab", "Escape", "F5"]) expect(press(key)).toBeNull();
  expect(press("a", 1, { ctrlKey: true })).toBeNull();
});
