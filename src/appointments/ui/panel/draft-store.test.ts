import { expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { bookingDrafts, draftKey } from "./draft-store.ts";
import { contentKeys } from "./idempotency.ts";
import { initialTimes } from "./times-state.ts";

const kept = {
  draft: { ...emptyDraft("signature"), lastName: "Παπαδοπούλου" },
  office: "9901",
  times: initialTimes(null),
  keyOf: contentKeys(),
};

test("a draft is kept for its office and its writer until it is saved or cleared", () => {
  const key = draftKey(7, "9901");
  bookingDrafts.keep(key, kept);
  expect(bookingDrafts.get(key)).toBe(kept);
  expect(bookingDrafts.get(draftKey(8, "9901"))).toBeUndefined();
  expect(bookingDrafts.get(draftKey(7, "9902"))).toBeUndefined();
  bookingDrafts.forget(key);
  expect(bookingDrafts.get(key)).toBeUndefined();
});

test("an answer that was lost is still settled by the same key after the form was put away", () => {
  const key = draftKey(7, "9901");
  const first = kept.keyOf({ time: "11:30" });
  bookingDrafts.keep(key, kept);
  expect(bookingDrafts.get(key)?.keyOf({ time: "11:30" })).toBe(first);
  bookingDrafts.forget(key);
});
