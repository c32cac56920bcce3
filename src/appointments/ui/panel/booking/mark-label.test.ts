import { expect, test } from "vitest";
import { CANCEL_REASONS, reasonSentence } from "../acts/cancel-reasons.ts";
import { emptyDraft } from "../form/draft.ts";
import { markLabel } from "./mark-label.ts";

const person = { ...emptyDraft("signature"), lastName: " Παππά ", firstName: " Ελένη " };

test("what is being written is called by its person, or by its business once it has a name", () => {
  expect(markLabel(person)).toBe("ΠΑΠΠΑ Ελένη");
  expect(markLabel({ ...person, firstName: "" })).toBe("ΠΑΠΠΑ");
  const business = { ...person, "business.name": " Αρτοποιία Κύμα " };
  expect(markLabel(business)).toBe("ΠΑΠΠΑ Ελένη");
  expect(markLabel({ ...business, party: "business" })).toBe("Αρτοποιία Κύμα");
  expect(markLabel({ ...person, party: "business" })).toBe("ΠΑΠΠΑ Ελένη");
});

test("a reason of the list is kept as its sentence, another as it was typed", () => {
  const kept = CANCEL_REASONS.map((reason) => reasonSentence(reason, " βλάβη ρεύματος "));
  expect(kept).toEqual([
    "Το ζήτησε ο πολίτης",
    "Δεν μπορεί να εξυπηρετήσει το ΚΕΠ",
    "Διπλή καταχώριση",
    "βλάβη ρεύματος",
  ]);
});
