import { expect, test } from "vitest";
import { contentKeys } from "./content-keys.ts";

const counted = () => {
  let count = 0;
  return contentKeys(() => `key ${++count}`);
};

test("the same content repeated after a lost answer has the same key", () => {
  const keyOf = counted();
  expect(keyOf({ lastName: "Παπαδοπούλου" })).toBe(keyOf({ lastName: "Παπαδοπούλου" }));
});

test("changed content has a new key, and its own again when it is changed back", () => {
  const keyOf = counted();
  const first = keyOf({ time: "11:30" });
  expect(keyOf({ time: "11:40" })).not.toBe(first);
  expect(keyOf({ time: "11:30" })).toBe(first);
});

test("two forms never share a key", () => {
  expect(contentKeys()("same")).not.toBe(contentKeys()("same"));
});
