import { expect, test } from "vitest";
import { answersOf, OUT, type ShownHead } from "./head-answers.ts";

const head = (id: number, label: string, days: readonly string[]): ShownHead => ({
  id,
  label,
  written: "",
  date: null,
  queue: null,
  isLeftOut: false,
  days: [...days],
});
const MONDAYS = head(1, "B1", ["2026-11-30", "2026-12-07", "2026-12-14"]);
const TUESDAYS = head(2, "C1", ["2026-12-01", "2026-12-08", "2026-12-15"]);
const LATER = head(3, "C9", ["2026-12-01", "2026-12-08", "2026-12-15"]);
const heads = [MONDAYS, TUESDAYS, LATER];

test("a week that is said of one weekday is that of the others beside it, and not of those below", () => {
  expect(answersOf("days", MONDAYS, { value: "2026-12-07", heads })).toEqual({
    1: { date: "2026-12-07" },
    2: { date: "2026-12-08" },
  });
});

test("which day a contradictory date means is said of that one alone", () => {
  const contradicted = head(4, "D1", ["2026-12-02", "2026-12-03"]);
  const answer = { value: "2026-12-03", heads: [...heads, contradicted] };
  expect(answersOf("days", contradicted, answer)).toEqual({ 4: { date: "2026-12-03" } });
});

test("a queue, a column that is passed over, and an answer that is taken back", () => {
  expect(answersOf("queues", MONDAYS, { value: "2", heads })).toEqual({ 1: { queue: 2 } });
  expect(answersOf("days", MONDAYS, { value: OUT, heads })).toEqual({ 1: { isLeftOut: true } });
  expect(answersOf("days", MONDAYS, { value: "", heads })).toEqual({ 1: {} });
});
