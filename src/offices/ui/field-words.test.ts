import { expect, test } from "vitest";
import { textIn } from "../../text/text.ts";
import { labelOf, textWords } from "./field-words.ts";
import { textOf } from "./setting-texts.ts";
import "../../text/pages.ts";

const t = textIn("el");

test.each([
  ["access.notes", "no", "no"],
  ["access.notes", "", "Κενό"],
  ["access.lift", "no", "Όχι"],
  ["access.lift", "unknown", "Δεν είναι γνωστό"],
  ["services.copies.offered", "yes", "Ναι"],
  ["leadMinutes", "45", "45′"],
  ["services.copies.minutes", "15", "15′"],
  ["services.minutes.minutes", "", "Κενό"],
  ["online.horizonDays", "30", "30\u00a0ημέρες"],
  ["online.counterPercent", "20", "20%"],
  ["online.limit", "2", "2"],
  ["online.byPhone", "yes", "Ναι"],
  ["online.releaseTime", "", "Κενό"],
  ["address", "Οδός Ελιάς 4", "Οδός Ελιάς 4"],
  [
    "counterHours",
    "Tu 8-15, 17-19; We 8-15; Th 8-15",
    "Τρίτη 08:00–15:00, 17:00–19:00; Τετάρτη έως Πέμπτη 08:00–15:00",
  ],
  ["telephoneHours", "Mo το πρωί", "Mo το πρωί"],
  [
    "hoursExceptions",
    "2026-12-24|08:00-12:00||Παραμονή\n2026-12-25/2026-12-26|closed|closed|",
    "Πέμπτη 24 Δεκεμβρίου, Θυρίδα: 08:00–12:00, Τηλέφωνο: όπως πάντα, Παραμονή\nΠαρασκευή 25 Δεκεμβρίου – Σάββατο 26 Δεκεμβρίου, Θυρίδα: κλειστό, Τηλέφωνο: κλειστό",
  ],
])("%s that reads %j is said as %j", (field, text, expected) => {
  expect(textWords(field, text, t, "el")).toBe(expected);
});

test("what is stored reads as in the form: a telephone number in groups, silence as no answer", () => {
  expect(textOf("phone", "+302109098391").replaceAll("\u00a0", " ")).toBe("210 909 8391");
  expect([textOf("phone", null), textOf("access.lift", null), textOf("access.lift", false)]).toEqual([
    "",
    "unknown",
    "no",
  ]);
});

test("a setting is called as in its form, a service's by the service", () => {
  const copies = { code: "copies", name: "Επικυρώσεις", shortName: "", nameEn: "Copies", minutes: 10 };
  const catalogue = [{ ...copies, toBring: [] }];
  expect(labelOf("access.lift", catalogue, t, "el")).toBe("Ασανσέρ ή όλα στο ισόγειο");
  expect(labelOf("services.copies.minutes", catalogue, t, "el")).toBe("Επικυρώσεις: διάρκεια");
  expect(labelOf("services.copies.offered", catalogue, t, "en")).toBe("Copies: προσφέρεται");
  expect(labelOf("services.gone.offered", catalogue, t, "el")).toBe("services.gone.offered: προσφέρεται");
});
