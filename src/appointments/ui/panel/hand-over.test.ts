import { expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { bookingDrafts } from "./draft-store.ts";
import { draftOfAnother, handOver, type KnownPerson } from "./hand-over.ts";
import { contentKeys } from "./idempotency.ts";
import { initialTimes } from "./times-state.ts";

const eleni: KnownPerson = {
  party: "citizen",
  "business.name": "",
  "business.afm": "",
  lastName: "Χελιδόνη",
  firstName: "Ελένη",
  phone: "690 001 2345",
  email: "e@example.gr",
  language: "el",
};

const typed = (key: string, fields: object) =>
  bookingDrafts.keep(key, {
    draft: { ...emptyDraft("passport"), ...fields },
    office: "9901",
    times: initialTimes({ date: "2026-11-24", time: "11:30", queue: 1 }),
    keyOf: contentKeys(),
  });

test("a form that has no name yet keeps its time and service and gets the person", () => {
  typed("a", { notes: "με το παιδί" });
  expect(draftOfAnother("a", eleni)).toBeNull();
  handOver("a", "9901", eleni);
  const kept = bookingDrafts.get("a");
  expect(kept?.draft).toMatchObject({ ...eleni, service: "passport", notes: "με το παιδί" });
  expect(kept?.times.choice?.time).toBe("11:30");
});

test("of the same person nothing typed is replaced", () => {
  typed("b", { lastName: "ΧΕΛΙΔΟΝΗ", firstName: "Ελενη", phone: "690 009 9999" });
  expect(draftOfAnother("b", eleni)).toBeNull();
  handOver("b", "9901", eleni);
  expect(bookingDrafts.get("b")?.draft).toMatchObject({
    lastName: "ΧΕΛΙΔΟΝΗ",
    phone: "690 009 9999",
    email: "e@example.gr",
  });
});

test("a draft for somebody else is asked about, and given up when told so", () => {
  typed("c", { lastName: "Μουριάς", firstName: "Άγις", notes: "δικό του" });
  expect(draftOfAnother("c", eleni)?.lastName).toBe("Μουριάς");
  handOver("c", "9901", eleni);
  expect(bookingDrafts.get("c")?.draft).toMatchObject({ lastName: "Χελιδόνη", notes: "" });
});

test("a person handed over and not touched since makes room for the next", () => {
  handOver("d", "9901", { ...eleni, lastName: "Μουριά" });
  expect(draftOfAnother("d", eleni)).toBeNull();
});
