import { expect, test } from "vitest";
import { textIn } from "../../../text/text.ts";
import type { Exception } from "../../contract.ts";
import { exceptionTime, followingOf, isRunning } from "./exception-words.ts";
import "../../../text/pages.ts";

test.each([
  ["2026-11-25T10:00", "2026-11-25T14:00", "Τετ 25/11, 10:00–14:00"],
  ["2026-11-25T10:00", "2026-11-26T00:00", "Τετ 25/11, 10:00–24:00"],
  ["2026-12-07T00:00", "2026-12-08T00:00", "Δευ 07/12, όλη την ημέρα"],
  ["2026-12-07T00:00", "2026-12-09T00:00", "Δευ 07/12 – Τρί 08/12, όλη την ημέρα"],
])("%s to %s", (from, to, words) => {
  const exception = { from: `${from}:00+02:00`, to: `${to}:00+02:00` };
  expect(exceptionTime(exception, "el", textIn("el"))).toBe(words);
});

test.each([
  ["2026-11-23T00:00", true],
  ["2026-11-24T10:41", true],
  ["2026-11-24T10:42", false],
  ["2026-11-25T00:00", false],
])("what begins at %s runs at 10:42 of the 24th: %s", (from, runs) => {
  expect(isRunning({ from: `${from}:00+02:00` }, { date: "2026-11-24", time: "10:42" })).toBe(runs);
});

test("after one come those of its own series that begin later", () => {
  const at = (from: string, series: string | null) => ({ from: `${from}T12:00:00+02:00`, series }) as Exception;
  const [first, second, third] = [at("2026-12-02", "a"), at("2026-12-09", "a"), at("2026-12-16", "a")];
  const all = [first, at("2026-12-09", null), second, at("2026-12-23", "b"), third] as Exception[];
  expect([first, second, third].map((one) => followingOf(one as Exception, all))).toEqual([2, 1, 0]);
});
