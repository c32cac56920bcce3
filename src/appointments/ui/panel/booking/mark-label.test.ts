import { expect, test } from "vitest";
import { textIn } from "../../../../text/text.ts";
import { emptyDraft } from "../form/draft.ts";
import { markLabel } from "./mark-label.ts";

const person = { ...emptyDraft("signature"), lastName: " Παππά ", firstName: " Ελένη " };

const t = textIn("el");

test("what is being written is called by its person, or by its business once it has a name", () => {
  expect(markLabel(person, t)).toBe("ΠΑΠΠΑ Ελένη");
  expect(markLabel({ ...person, firstName: "" }, t)).toBe("ΠΑΠΠΑ");
  const business = { ...person, "business.name": " Αρτοποιία Κύμα " };
  expect(markLabel(business, t)).toBe("ΠΑΠΠΑ Ελένη");
  expect(markLabel({ ...business, party: "business" }, t)).toBe("Αρτοποιία Κύμα");
  expect(markLabel({ ...person, party: "business" }, t)).toBe("ΠΑΠΠΑ Ελένη");
  const companions = JSON.stringify([{ lastName: "", firstName: "", services: ["copies"] }]);
  expect(markLabel({ ...person, companions }, t)).toBe("ΠΑΠΠΑ Ελένη και 1\u00a0ακόμη");
});
