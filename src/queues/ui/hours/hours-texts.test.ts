import { expect, test } from "vitest";
import { textIn } from "../../../text/text.ts";
import type { Queue } from "../../contract.ts";
import { draftIn, hoursWords, newHours, standingTexts, weekTexts } from "./hours-texts.ts";
import "../../../text/pages.ts";

const t = textIn("el");
const times = (opens: string, closes: string) => ({ opens, closes });

test("a weekday that was touched is a text of its own, one that was not is none, and one without hours is closed", () => {
  const edits = { "1": [times("9", "1230")], "7": [] };
  expect(draftIn({ ...newHours("2026-11-26"), ...weekTexts(edits) })).toEqual({
    scope: "always",
    from: "2026-11-26",
    to: "2026-11-26",
    edits,
  });
  expect(draftIn(newHours("2026-11-26")).edits).toEqual({});
});

const hours: Queue["hours"] = [
  { weekday: 3, opens: "16:00", closes: "18:00", from: null, to: null },
  { weekday: 3, opens: "08:00", closes: "15:00", from: null, to: null },
  { weekday: 3, opens: "09:00", closes: "12:00", from: "2026-12-01", to: "2026-12-31" },
];
const standing = (some: Queue["hours"]) => standingTexts({ hours: some } as Queue);

test("what stands is compared weekday by weekday, in whatever order it comes", () => {
  expect(standing(hours.toReversed())).toEqual(standing(hours));
  expect(standing(hours.slice(1))["hours.3"]).not.toBe(standing(hours)["hours.3"]);
});

test("in words: the hours with their dates, or closed", () => {
  expect(hoursWords(standing(hours)["hours.3"] ?? "", t)).toBe(
    "08:00–15:00, 16:00–18:00, 09:00–12:00 από 01/12/2026 έως 31/12/2026",
  );
  expect(hoursWords(standing(hours)["hours.1"] ?? "", t)).toBe("κλειστή");
});
