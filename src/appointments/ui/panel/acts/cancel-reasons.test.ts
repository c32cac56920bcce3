import { expect, test } from "vitest";
import { CANCEL_REASONS, reasonFaults, reasonOf, reasonSentence } from "./cancel-reasons.ts";
import "../../../../text/beside.ts";

test("a reason of the list is kept as its sentence, another as it was typed", () => {
  const kept = CANCEL_REASONS.map((reason) => reasonSentence(reason, " βλάβη ρεύματος "));
  expect(kept).toEqual([
    "Το ζήτησε ο πολίτης",
    "Δεν μπορεί να εξυπηρετήσει το ΚΕΠ",
    "Διπλή καταχώριση",
    "βλάβη ρεύματος",
  ]);
});

test("one's own reason must be written, and may be faulty; one of the list never is", () => {
  expect(reasonFaults({ why: "other", reason: " " })).toEqual([
    { field: "reason", code: "cancellation-reason-required" },
  ]);
  expect(reasonFaults({ why: "other", reason: "α".repeat(1_000) })).toMatchObject([{ field: "reason" }]);
  expect(reasonFaults({ why: "other", reason: "βλάβη ρεύματος" })).toEqual([]);
  expect(reasonFaults({ why: "duplicate", reason: "" })).toEqual([]);
});

test("a choice that there is not is the first one", () => {
  expect([reasonOf({ why: "office" }), reasonOf({ why: "?" }), reasonOf({})]).toEqual(["office", "citizen", "citizen"]);
});
