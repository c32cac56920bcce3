import { expect, test } from "vitest";
import { emptyDraft } from "../form/draft.ts";
import { bookingDraftsOf, keepBooking, newBooking } from "./booking-drafts.ts";
import { handOver, type KnownPerson } from "./hand-over.ts";

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

const slot = { date: "2026-11-24", time: "11:30", queue: 1 };
const typed = (desk: string, fields: object) =>
  keepBooking(desk, { ...newBooking("9901"), draft: { ...emptyDraft("passport"), ...fields }, slot });
const latest = (desk: string) => bookingDraftsOf(desk)[0];

test("a form that has no name yet keeps its time and service and gets the person", () => {
  typed("a", { notes: "με το παιδί" });
  handOver("a", "9901", eleni);
  expect(bookingDraftsOf("a")).toHaveLength(1);
  expect(latest("a")?.draft).toMatchObject({ ...eleni, service: "passport", notes: "με το παιδί" });
  expect(latest("a")?.slot).toEqual(slot);
  expect(latest("a")?.isHandedOver, "what was typed is not lost with it").toBeUndefined();
});

test("of the same person nothing typed is replaced", () => {
  typed("b", { lastName: "ΧΕΛΙΔΟΝΗ", firstName: "Ελενη", phone: "690 009 9999" });
  handOver("b", "9901", eleni);
  expect(bookingDraftsOf("b")).toHaveLength(1);
  expect(latest("b")?.draft).toMatchObject({ lastName: "ΧΕΛΙΔΟΝΗ", phone: "690 009 9999", email: "e@example.gr" });
});

test("a draft for somebody else stays beside it as it was", () => {
  typed("c", { lastName: "Μουριάς", firstName: "Άγις", notes: "δικό του" });
  handOver("c", "9901", eleni);
  expect(bookingDraftsOf("c").map(({ draft }) => [draft.lastName, draft.notes])).toEqual([
    ["Χελιδόνη", ""],
    ["Μουριάς", "δικό του"],
  ]);
  expect(latest("c")?.isHandedOver).toBe(true);
});
