import { expect, test } from "vitest";
import { beginTyping, hasTexts, type Texts, typedOver, typedSince } from "./typing.ts";

const stands: Texts = { name: "Ουρά 1", minutes: "10" };
const begun = beginTyping(stands);

test("what is typed back to what stands there is no change", () => {
  const typing = typedOver(begun, { name: "Υποδοχή" }, stands);
  expect(typing.texts).toEqual({ name: "Υποδοχή" });
  expect(hasTexts(typedOver(typing, { name: "Ουρά 1" }, stands))).toBe(false);
});

test("a field remembers what stood there when the person began with it, whatever comes meanwhile", () => {
  const first = typedOver(begun, { name: "Υ" }, stands);
  const later = typedOver(first, { name: "Υποδοχή", minutes: "20" }, { name: "Πρωινή", minutes: "15" });
  expect(later.seen).toEqual({ name: "Ουρά 1", minutes: "15" });
  expect(later.texts).toEqual({ name: "Υποδοχή", minutes: "20" });
});

test("saving clears what was sent and keeps what was typed meanwhile, on what stands now and for another act", () => {
  const typing = typedOver(begun, { name: "Υποδοχή α", minutes: "20" }, stands);
  const saved = { name: "Υποδοχή", minutes: "20" };
  const since = typedSince(typing, { name: "Υποδοχή", minutes: "20" }, saved);
  expect(since).toMatchObject({ texts: { name: "Υποδοχή α" }, seen: saved, isSent: false, id: typing.id });
  expect(since.keyOf("same")).not.toBe(typing.keyOf("same"));
});

test("the key of an act goes on with what was typed", () => {
  const key = begun.keyOf({ name: "Υποδοχή" });
  expect(typedOver(begun, { name: "Υποδοχή" }, stands).keyOf({ name: "Υποδοχή" })).toBe(key);
  expect(beginTyping(stands).keyOf({ name: "Υποδοχή" })).not.toBe(key);
});
