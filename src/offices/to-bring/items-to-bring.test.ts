import { expect, test } from "vitest";
import { anItem } from "../../../test/items-to-bring.ts";
import { bringCell, bringText, itemErrors, itemsOfText } from "./items-to-bring.ts";

const ITEMS = [
  anItem("Ταυτότητα", { english: "Identity card", mark: "original" }),
  anItem("Εξουσιοδότηση", { mark: "original", cases: ["proxy", "business"] }),
  anItem("Ο ΑΦΜ"),
];
const TEXT = "Ταυτότητα | Identity card [original]\nΕξουσιοδότηση [original, proxy, business]\nΟ ΑΦΜ";

test("a file writes a line each, and reads them as they were", () => {
  expect(bringText(ITEMS)).toBe(TEXT);
  expect(itemsOfText(TEXT)).toEqual(ITEMS);
  expect(bringText([])).toBeNull();
});

test("a file may write them more freely", () => {
  expect(
    bringCell(" Ταυτότητα|Identity card   [ original ]\r\n\nΕξουσιοδότηση [business,proxy,original]\nΟ ΑΦΜ "),
  ).toEqual({
    value: TEXT,
  });
});

test.each([
  ["Ταυτότητα [πρωτότυπο]", "bring-unknown"],
  ["Ταυτότητα | Identity | card", "bring-sign"],
  ["Ταυτότητα [original, print]", "bring-marks"],
  ["Ταυτότητα [original", "bring-sign"],
  ["Ταυτότητα ή [original] διαβατήριο", "bring-sign"],
  ["| Identity card", "field-required"],
  ["<b>Ταυτότητα</b>", "text-markup"],
  ["α".repeat(501), "field-too-long"],
  ["Ταυτότητα\nΤαυτότητα", "bring-twice"],
  [7, "not-text"],
])("%j is refused", (cell, fault) => {
  expect(bringCell(cell)).toMatchObject({ fault });
});

test("each fault stands at its field", () => {
  const faulty = [{ ...anItem(" "), cases: [] }, anItem("Α", { english: "a [b]" })];
  expect(itemErrors(faulty).map(({ field, code }) => `${field} ${code}`)).toEqual([
    "toBring.0.greek field-required",
    "toBring.0.cases bring-case-required",
    "toBring.1.english bring-sign",
  ]);
  expect(itemErrors(Array.from({ length: 31 }, (_, at) => anItem(String(at))))[0]).toMatchObject({
    code: "list-too-long",
  });
});
