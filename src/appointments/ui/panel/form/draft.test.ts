import { describe, expect, test } from "vitest";
import { foreignChanges, rebased } from "../acts/rebase.ts";
import { bookingOf, changesOf, emptyDraft, hasContent } from "./draft.ts";

const typed = { ...emptyDraft("signature"), lastName: "Παπαδοπούλου", firstName: "Ελένη", phone: "694 412 3456" };

test("a booking carries the place and what was typed; blank is null", () => {
  expect(bookingOf(typed, { date: "2026-11-24", time: "11:30", queue: null })).toEqual({
    date: "2026-11-24",
    time: "11:30",
    queue: null,
    party: "citizen",
    business: null,
    lastName: "Παπαδοπούλου",
    firstName: "Ελένη",
    phone: "694 412 3456",
    email: null,
    service: "signature",
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

describe("when another operator changed the appointment too", () => {
  const current = { ...typed, phone: "+302105550190", notes: "Θα έρθει η κόρη" };
  const mine = { ...typed, phone: "697 602 8841", firstName: "Έλενα" };

  test("her changes stand against mine", () => {
    expect(foreignChanges(typed, typed, current, mine)).toEqual([
      { field: "phone", theirs: "+302105550190", mine: "697 602 8841" },
      { field: "notes", theirs: "Θα έρθει η κόρη", mine: null },
    ]);
  });

  test("a second change of hers is told together with the first, and what came from her is not taken for mine", () => {
    const base = rebased(typed, current, typed);
    const later = { ...current, email: "eleni@example.gr" };
    expect(foreignChanges(typed, current, later, base)).toEqual([
      { field: "phone", theirs: "+302105550190", mine: null },
      { field: "email", theirs: "eleni@example.gr", mine: null },
      { field: "notes", theirs: "Θα έρθει η κόρη", mine: null },
    ]);
  });

  test("who both wrote the same have nothing to decide", () => {
    expect(foreignChanges(typed, typed, current, { ...typed, notes: current.notes })[1]).toEqual({
      field: "notes",
      theirs: "Θα έρθει η κόρη",
      mine: null,
    });
  });

  test("saving again keeps mine and takes nothing of hers back", () => {
    const again = rebased(typed, current, mine);
    expect(changesOf(current, again)).toEqual({ firstName: "Έλενα", phone: "697 602 8841" });
  });
});
