import { expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { repairsOf } from "./repairs.ts";

const typed = { ...emptyDraft("signature"), lastName: "Παππά", firstName: "Νίκη" };

test("faultless names need no repair", () => {
  expect(repairsOf(typed)).toEqual([]);
  expect(repairsOf(emptyDraft("signature"))).toEqual([]);
});

test("look-alike letters come first, each in its field, a business's name too", () => {
  const draft = { ...typed, party: "business" as const, "business.name": "AΛΚΥΟΝΗ Ι.Κ.Ε.", lastName: "Πaππά" };
  expect(repairsOf(draft)).toEqual([
    { kind: "mixed", field: "business.name", values: { "business.name": "ΑΛΚΥΟΝΗ Ι.Κ.Ε." }, result: "ΑΛΚΥΟΝΗ Ι.Κ.Ε." },
    { kind: "mixed", field: "lastName", values: { lastName: "Παππά" }, result: "Παππά" },
  ]);
});

test("the name of a business that is not asked for is left alone", () => {
  expect(repairsOf({ ...typed, "business.name": "AΛΚΥΟΝΗ" })).toEqual([]);
});

test("a slip in an e-mail's domain is put right after the names", () => {
  expect(repairsOf({ ...typed, lastName: "Πaππά", email: "niki@gmial.com" })).toEqual([
    { kind: "mixed", field: "lastName", values: { lastName: "Παππά" }, result: "Παππά" },
    { kind: "slipped", field: "email", values: { email: "niki@gmail.com" }, result: "niki@gmail.com" },
  ]);
});

test("swapped names are put right in one step", () => {
  expect(repairsOf({ ...typed, lastName: "Νίκη", firstName: "Παππά" })).toEqual([
    { kind: "swapped", field: "lastName", values: { lastName: "Παππά", firstName: "Νίκη" }, result: "Παππά Νίκη" },
  ]);
});
