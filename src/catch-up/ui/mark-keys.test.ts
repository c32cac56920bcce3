import { expect, test } from "vitest";
import type { Appointment } from "../../appointments/contract.ts";
import type { PaperMark } from "../../appointments/paper/marks.ts";
import { markKey } from "./mark-keys.ts";
import type { SheetRow } from "./sheet-rows.ts";

const row = (...options: PaperMark[]): SheetRow => ({
  appointment: {} as Appointment,
  mark: null,
  options,
  isUnseen: false,
  isSettled: false,
});
const ROWS = [row("arrived", "served", "no-show"), row("served")];
const pressed = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});
const press = (key: string, at = 0, more: object = {}) => markKey(pressed(key, more), ROWS, at);

test("1 to 4 tick a row as it may be ticked", () => {
  expect(["1", "2", "3", "4"].map((key) => press(key))).toEqual(
    [null, "arrived", "served", "no-show"].map((mark) => ({ does: "mark", mark })),
  );
  expect(press("4", 1)).toBeNull();
  expect(press("3", 1)).toEqual({ does: "mark", mark: "served" });
});

test("up and down lead to the neighbours, and stay at the ends", () => {
  expect(press("ArrowDown")).toEqual({ does: "go", to: 1 });
  expect(press("ArrowDown", 1)).toEqual({ does: "go", to: 1 });
  expect(press("ArrowUp", 1)).toEqual({ does: "go", to: 0 });
});

test("other keys are not ours, nor these with another one held down", () => {
  for (const key of ["5", "a", "ArrowLeft", "ArrowRight", "Enter"]) expect(press(key)).toBeNull();
  expect(press("3", 0, { ctrlKey: true })).toBeNull();
  expect(press("ArrowDown", 0, { altKey: true })).toBeNull();
});
