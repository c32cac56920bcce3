import { expect, test } from "vitest";
import { textIn } from "../../text/text.ts";
import { exceptionTime } from "./exception-words.ts";

test.each([
  ["2026-11-25T10:00", "2026-11-25T14:00", "Τετ 25/11, 10:00–14:00"],
  ["2026-11-25T10:00", "2026-11-26T00:00", "Τετ 25/11, 10:00–24:00"],
  ["2026-12-07T00:00", "2026-12-08T00:00", "Δευ 07/12, όλη την ημέρα"],
  ["2026-12-07T00:00", "2026-12-09T00:00", "Δευ 07/12 – Τρί 08/12, όλη την ημέρα"],
])("%s to %s", (from, to, words) => {
  const exception = { from: `${from}:00+02:00`, to: `${to}:00+02:00` };
  expect(exceptionTime(exception, "el", textIn("el"))).toBe(words);
});
