import { expect, test } from "vitest";
import { panelKeyOf } from "./panel-keys.ts";

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test("Alt with a digit chooses a time from any field", () => {
  expect(panelKeyOf({ ...plain, code: "Digit2", altKey: true }, false)).toEqual({ act: "time", index: 1 });
});

test("a plain digit chooses a time only when the times have the focus", () => {
  expect(panelKeyOf({ ...plain, code: "Digit2" }, true)).toEqual({ act: "time", index: 1 });
  expect(panelKeyOf({ ...plain, code: "Digit2" }, false)).toBeNull();
});

test("Alt with the number pad is left to Windows, AltGr to the layout", () => {
  expect(panelKeyOf({ ...plain, code: "Numpad2", altKey: true }, true)).toBeNull();
  expect(panelKeyOf({ ...plain, code: "Digit2", altKey: true, ctrlKey: true }, true)).toBeNull();
});

test("F2 repairs what looks wrong, alone only", () => {
  expect(panelKeyOf({ ...plain, code: "F2" }, false)).toEqual({ act: "repair" });
  expect(panelKeyOf({ ...plain, code: "F2", shiftKey: true }, false)).toBeNull();
});

test("Ctrl+Enter saves, Esc goes back", () => {
  expect(panelKeyOf({ ...plain, code: "Enter", ctrlKey: true }, false)).toEqual({ act: "save" });
  expect(panelKeyOf({ ...plain, code: "Enter" }, false)).toBeNull();
  expect(panelKeyOf({ ...plain, code: "Escape" }, false)).toEqual({ act: "back" });
});

test("Alt with a letter presses the button that says so, without other keys", () => {
  expect(panelKeyOf({ ...plain, code: "KeyA", altKey: true }, false)).toEqual({ act: "press", shortcut: "Alt+A" });
  expect(panelKeyOf({ ...plain, code: "KeyY", altKey: true }, true)).toEqual({ act: "press", shortcut: "Alt+Y" });
  for (const more of [{ altKey: false }, { shiftKey: true }, { ctrlKey: true }])
    expect(panelKeyOf({ ...plain, code: "KeyA", altKey: true, ...more }, false)).toBeNull();
});
