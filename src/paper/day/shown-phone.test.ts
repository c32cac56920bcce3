import { expect, test } from "vitest";
import { shownPhone } from "./shown-phone.ts";

const spaced = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  ["+306944123456", "69• ••• ••56"],
  ["+302310123456", "23•• ••••56"],
  ["+491701234567", "+49••••••••67"],
])("%s is masked as %s", (e164, masked) => {
  expect(spaced(shownPhone(e164, "masked"))).toBe(masked);
});

test("a telephone is shown only when it is asked for, and to be had", () => {
  expect(shownPhone("+306944123456", "none")).toBe("");
  expect(spaced(shownPhone("+306944123456", "whole"))).toBe("694 412 3456");
  expect(shownPhone(null, "whole")).toBe("");
});
