import { expect, test } from "vitest";
import { isControlKey } from "./shortcuts.ts";

const alone = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const latin = { ...alone, key: "z", code: "KeyZ" };
const greek = { ...alone, key: "ζ", code: "KeyZ" };
const german = { ...alone, key: "z", code: "KeyY" };

test("Ctrl or ⌘ with a key is known by the key's place, whatever the layout writes there", () => {
  for (const key of [latin, greek])
    for (const held of ["ctrlKey", "metaKey"])
      expect(isControlKey({ ...key, [held]: true }, "KeyZ"), key.key).toBe(true);
  expect(isControlKey({ ...german, ctrlKey: true }, "KeyZ")).toBe(false);
});

test("alone, or with Shift or Alt, it means something else", () => {
  expect(isControlKey(greek, "KeyZ")).toBe(false);
  for (const more of ["shiftKey", "altKey"])
    expect(isControlKey({ ...greek, ctrlKey: true, [more]: true }, "KeyZ"), more).toBe(false);
});
