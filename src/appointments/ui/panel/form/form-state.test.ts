import { describe, expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { initialForm, nextForm, shownErrors } from "./form-state.ts";

const empty = initialForm(emptyDraft("signature"));
const faults = { lastName: "Γράψτε το επώνυμο", phone: "Λείπει 1 ψηφίο." };

describe("a fault shows", () => {
  test("not while the field is being typed", () => {
    expect(shownErrors(nextForm(empty, { type: "changed", values: { phone: "694" } }), faults)).toEqual({});
  });

  test("when what was typed is left", () => {
    const typed = nextForm(empty, { type: "changed", values: { phone: "694 412 345" } });
    expect(shownErrors(nextForm(typed, { type: "left", field: "phone" }), faults)).toEqual({
      phone: "Λείπει 1 ψηφίο.",
    });
  });

  test("not when an empty field is only passed by", () => {
    expect(shownErrors(nextForm(empty, { type: "left", field: "lastName" }), faults)).toEqual({});
  });

  test("everywhere once saving was tried", () => {
    expect(shownErrors(nextForm(empty, { type: "tried" }), faults)).toEqual(faults);
  });
});

test("what the server found stays until its field changes", () => {
  const refused = nextForm(empty, {
    type: "refused",
    errors: [{ field: "business.afm", message: "Ο αριθμός δεν είναι έγκυρος." }],
  });
  expect(shownErrors(nextForm(refused, { type: "changed", values: { lastName: "Π" } }), {})).toHaveProperty([
    "business.afm",
  ]);
  expect(shownErrors(nextForm(refused, { type: "changed", values: { "business.afm": "1" } }), {})).toEqual({});
});

test("trying again forgets what the server found before, and another draft begins anew", () => {
  const refused = nextForm(empty, { type: "refused", errors: [{ field: "phone", message: "Γράψτε κινητό." }] });
  expect(shownErrors(nextForm(refused, { type: "tried" }), {})).toEqual({});
  const draft = { ...emptyDraft("signature"), lastName: "Παππά" };
  expect(nextForm(nextForm(refused, { type: "tried" }), { type: "replaced", draft })).toEqual(initialForm(draft));
});

test("a change keeps what else is written, and what was left stays left", () => {
  const one = nextForm(empty, { type: "changed", values: { lastName: "Παππά" } });
  const both = nextForm(one, { type: "changed", values: { firstName: "Ελένη" } });
  expect(both.draft).toMatchObject({ lastName: "Παππά", firstName: "Ελένη" });
  const left = nextForm(nextForm(both, { type: "left", field: "lastName" }), { type: "left", field: "firstName" });
  expect(left.left).toEqual(new Set(["lastName", "firstName"]));
});
