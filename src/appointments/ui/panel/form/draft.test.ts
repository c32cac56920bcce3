import { describe, expect, test } from "vitest";
import { bookingOf, changesOf, draftFaults, emptyDraft, hasContent } from "./draft.ts";

const typed = { ...emptyDraft("signature"), lastName: "Παπαδοπούλου", firstName: "Ελένη", phone: "694 412 3456" };

test("a booking carries the place and what was typed; blank is null", () => {
  expect(bookingOf(typed, { date: "2026-11-24", time: "11:30", queue: 1 })).toEqual({
    date: "2026-11-24",
    time: "11:30",
    queue: 1,
    party: "citizen",
    business: null,
    lastName: "Παπαδοπούλου",
    firstName: "Ελένη",
    phone: "694 412 3456",
    email: null,
    service: "signature",
    moreServices: [],
    companions: [],
    interpreter: null,
    needs: [],
    behalf: null,
    matter: null,
    notes: null,
    channel: "phone",
    language: "el",
  });
});

test("a business typed and then left for a citizen is not sent", () => {
  const draft = { ...typed, "business.name": "ΑΛΚΥΟΝΗ Ι.Κ.Ε." };
  expect(bookingOf(draft, { date: "2026-11-24", time: "11:30", queue: 1 }).business).toBeNull();
});

test("choices alone are no content worth a draft", () => {
  expect(hasContent({ ...emptyDraft("signature"), channel: "email" })).toBe(false);
  expect(hasContent(typed)).toBe(true);
});

describe("a change", () => {
  test("sends only what differs, and clears with null", () => {
    expect(changesOf(typed, { ...typed, phone: "", notes: "με συνοδό" })).toEqual({ phone: null, notes: "με συνοδό" });
    expect(changesOf(typed, typed)).toEqual({});
  });

  test("sends a business as a whole", () => {
    const business = {
      ...typed,
      party: "business" as const,
      "business.name": "ΑΛΚΥΟΝΗ Ι.Κ.Ε.",
      "business.afm": "123456783",
    };
    expect(changesOf(business, { ...business, "business.afm": "" })).toEqual({
      business: { name: "ΑΛΚΥΟΝΗ Ι.Κ.Ε.", afm: null },
    });
  });

  test("of an online booking never claims another source", () => {
    const online = { ...typed, channel: "online" as const };
    expect(changesOf(online, { ...online, firstName: "Έλενα" })).toEqual({ firstName: "Έλενα" });
  });
});

test("a number that is too short and a missing service are found", () => {
  const texts = { ...typed, phone: "694", service: "" };
  expect(draftFaults(texts)).toMatchObject([{ field: "phone" }, { field: "service", code: "service-required" }]);
});

test("a citizen at the counter needs no name, but no half of one; a business needs its representative", () => {
  const texts = { ...emptyDraft("signature") };
  expect(draftFaults(texts, true)).toEqual([]);
  expect(draftFaults({ ...texts, lastName: "Παππά" }, true)).toMatchObject([{ field: "firstName" }]);
  const business = { ...texts, party: "business", "business.name": "Άνθεμο" };
  expect(draftFaults(business, true)).toMatchObject([{ field: "lastName" }, { field: "firstName" }]);
  expect(draftFaults(texts)).toMatchObject([{ field: "lastName" }, { field: "firstName" }]);
});
