import { expect, test } from "vitest";
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
