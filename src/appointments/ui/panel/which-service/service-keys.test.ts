import { expect, test } from "vitest";
import { firstDigitIn, serviceKeyOf } from "./service-keys.ts";

const plain = { key: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test("a digit chooses, of the number pad too, whatever the layout writes there", () => {
  expect(serviceKeyOf({ ...plain, code: "Digit6", key: "6" })).toEqual({ act: "choose", digit: 6 });
  expect(serviceKeyOf({ ...plain, code: "Numpad1", key: "1" })).toEqual({ act: "choose", digit: 1 });
  expect(serviceKeyOf({ ...plain, code: "Digit2", key: "é" })).toEqual({ act: "choose", digit: 2 });
  expect(serviceKeyOf({ ...plain, code: "Digit0", key: "0" })).toEqual({ act: "all", digit: null });
});

test("letters are typed, an accent that waits for its letter too", () => {
  expect(serviceKeyOf({ ...plain, code: "KeyG", key: "γ" })).toEqual({ act: "type", digit: null });
  expect(serviceKeyOf({ ...plain, code: "KeyG", key: "Γ", shiftKey: true })).toEqual({ act: "type", digit: null });
  expect(serviceKeyOf({ ...plain, code: "Semicolon", key: "Dead" })).toEqual({ act: "type", digit: null });
});

test("Enter goes on; Alt with a digit is left to the times, Ctrl to the page, the rest to the browser", () => {
  expect(serviceKeyOf({ ...plain, code: "Enter", key: "Enter" })).toEqual({ act: "on", digit: null });
  expect(serviceKeyOf({ ...plain, code: "Digit2", key: "2", altKey: true })).toBeNull();
  expect(serviceKeyOf({ ...plain, code: "Enter", key: "Enter", ctrlKey: true })).toBeNull();
  for (const key of ["Tab", "ArrowDown", "Escape", " ", "F2"])
    expect(serviceKeyOf({ ...plain, code: key, key })).toBeNull();
  expect(serviceKeyOf({ ...plain, code: "Digit1", key: "!", shiftKey: true })).toBeNull();
});

test("of what was typed before the form was there, the first digit is the service", () => {
  expect(firstDigitIn("6Αμπελάκη")).toEqual({ digit: 6, rest: "Αμπελάκη" });
  expect(firstDigitIn("Αμπελάκη 6")).toEqual({ digit: null, rest: "Αμπελάκη 6" });
  expect(firstDigitIn("")).toEqual({ digit: null, rest: "" });
});
