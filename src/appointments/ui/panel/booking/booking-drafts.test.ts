import { expect, test } from "vitest";
import { draftKey } from "../form/draft.ts";
import { bookingDraftsOf, forgetBooking, keepBooking, newBooking } from "./booking-drafts.ts";

const begun = (lastName: string) => {
  const booking = newBooking("9901");
  return { ...booking, draft: { ...booking.draft, lastName } };
};
const names = (desk: string) => bookingDraftsOf(desk).map(({ draft }) => draft.lastName);

test("each booking that was begun stays for itself, the latest first, until it is made or put away", () => {
  const desk = draftKey(7, "9901");
  const [first, second] = [begun("Σταυράκης"), begun("Παππάς")];
  keepBooking(desk, first);
  keepBooking(desk, second);
  expect(names(desk)).toEqual(["Παππάς", "Σταυράκης"]);
  keepBooking(desk, { ...first, draft: { ...first.draft, lastName: "Σταυράκη" } });
  expect(names(desk)).toEqual(["Σταυράκη", "Παππάς"]);
  forgetBooking(desk, second.id);
  expect(names(desk)).toEqual(["Σταυράκη"]);
  for (const other of [draftKey(8, "9901"), draftKey(7, "9902")]) expect(names(other)).toEqual([]);
  forgetBooking(desk, first.id);
});

test("an answer that was lost is still settled by the same key after the form was put away", () => {
  const desk = draftKey(7, "9903");
  const booking = begun("Παπαδοπούλου");
  const key = booking.keyOf({ time: "11:30" });
  keepBooking(desk, booking);
  expect(bookingDraftsOf(desk)[0]?.keyOf({ time: "11:30" })).toBe(key);
  expect(newBooking("9901").keyOf({ time: "11:30" })).not.toBe(key);
  forgetBooking(desk, booking.id);
});
