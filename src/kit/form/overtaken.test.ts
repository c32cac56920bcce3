import { expect, test } from "vitest";
import { changesElsewhere, hasWarnedOf, overtaking, withWarningOf } from "./overtaken.ts";
import { beginTyping, typedOver } from "./typing.ts";

const stands = { name: "Ουρά 1", minutes: "10", employee: "7" };
const typing = typedOver(beginTyping({ ...stands, date: "2026-11-26" }), { name: "Υποδοχή" }, stands);
const now = { name: "Πρωινή", minutes: "15", employee: "7" };

test("what colleagues changed: as it was, as it is, and what is typed there", () => {
  expect(changesElsewhere(typing, now)).toEqual([
    { field: "name", was: "Ουρά 1", now: "Πρωινή", mine: "Υποδοχή" },
    { field: "minutes", was: "10", now: "15", mine: null },
  ]);
});

test("what stands by now as it was typed is no difference, however it is written", () => {
  expect(changesElsewhere(typing, { ...stands, name: " Υποδοχή" })).toEqual([]);
  const isSame = (_: string, text: string, present: string) => text.toUpperCase() === present;
  expect(changesElsewhere(typing, { ...stands, name: "ΥΠΟΔΟΧΉ" }, isSame)).toEqual([]);
});

test("a change of other fields is overwritten only where everything that was shown counts", () => {
  const changes = changesElsewhere(typing, now);
  expect(overtaking(changes, false).map(({ field }) => field)).toEqual(["name"]);
  expect(overtaking(changes, true).map(({ field }) => field)).toEqual(["name", "minutes"]);
});

test("once told of, it may be overwritten; another change since is another matter", () => {
  const changes = changesElsewhere(typing, now);
  expect([hasWarnedOf(typing, changes), hasWarnedOf(typing, [])]).toEqual([false, true]);
  const told = withWarningOf(typing, changes);
  expect(hasWarnedOf(told, changesElsewhere(told, now))).toBe(true);
  expect(hasWarnedOf(told, changesElsewhere(told, { ...now, name: "Βραδινή" }))).toBe(false);
  expect(hasWarnedOf(told, changesElsewhere(told, { ...now, employee: "" }))).toBe(false);
});
