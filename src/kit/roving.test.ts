import { expect, test } from "vitest";
import { along, type Direction, directionOf } from "./roving.ts";

const plain = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };

test("arrows, Home, End and the page keys move; with a modifier they mean something else", () => {
  expect(["ArrowUp", "Home", "PageDown", "p"].map((key) => directionOf({ ...plain, key }))).toEqual([
    "up",
    "first",
    "page-down",
    null,
  ]);
  for (const held of ["ctrlKey", "altKey", "metaKey", "shiftKey"])
    expect(directionOf({ ...plain, key: "ArrowUp", [held]: true })).toBeNull();
});

test("a list of one column ends where it ends", () => {
  const directions: readonly Direction[] = ["up", "down", "first", "last", "page-up", "page-down"];
  expect(directions.map((direction) => along(direction, 12, 30))).toEqual([11, 13, 0, 29, 2, 22]);
  expect(directions.map((direction) => along(direction, 0, 3))).toEqual([0, 1, 0, 2, 0, 2]);
  expect(along("down", 2, 3)).toBe(2);
});

test("sideways leads nowhere in one column, and no key moves nothing", () => {
  expect([along("left", 1, 3), along("right", 1, 3), along(null, 1, 3)]).toEqual([null, null, null]);
});
