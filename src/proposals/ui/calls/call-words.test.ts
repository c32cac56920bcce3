import { expect, test } from "vitest";
import type { ListedCall } from "../../contract.ts";
import { callSentence } from "./call-words.ts";
import { groupsOf } from "./groups.ts";
import "../../../text/pages.ts";

const today = "2026-11-24";
const place = (date: string, time: string) => ({ date, time, queue: 1 });
const call = (more: Partial<ListedCall> = {}, of: Partial<ListedCall["appointment"]> = {}): ListedCall => ({
  appointment: {
    id: "a",
    ...place("2026-11-25", "10:50"),
    status: "booked",
    language: "el",
    phone: "+306947026618",
    ...of,
  } as ListedCall["appointment"],
  was: place("2026-11-25", "11:15"),
  why: "moved",
  isUrgent: false,
  outcome: "not-called",
  notedAt: null,
  notedBy: null,
  version: 1,
  ...more,
});
const said = (one: ListedCall, offer: ReturnType<typeof place> | null = null) =>
  callSentence(one, offer, today).replaceAll("\u00a0", " ");

test("the old time and the new one are said in words, with the day's article", () => {
  expect(said(call())).toBe(
    "«Το ραντεβού σας αύριο, Τετάρτη 25 Νοεμβρίου, στις 11:15 δεν μπορεί να γίνει τότε. Σας βολεύει *αύριο, Τετάρτη 25 Νοεμβρίου, στις 10:50*; Σας ζητάμε συγγνώμη.»",
  );
});

test("the time that is offered in the row takes the place of the one that did not suit", () => {
  expect(said(call({ outcome: "declined" }), place("2026-11-30", "09:15"))).toContain(
    "*τη Δευτέρα 30 Νοεμβρίου στις 09:15*;",
  );
});

test("without a place it is asked, a cancelled one is said to be off, and of a lost e-mail the time is said", () => {
  expect(said(call({ why: "kept" }))).toContain("Ποια ημέρα και ώρα σας βολεύει;");
  expect(said(call({}, { status: "cancelled" }))).toContain("*ακυρώθηκε*");
  expect(said(call({ why: "undelivered", was: place("2026-11-25", "10:50") }))).toMatch(/^«Έχετε ραντεβού/);
});

test("in the citizen's language", () => {
  expect(said(call({}, { language: "en" }))).toContain("Would *tomorrow, Wednesday 25 November, at 10:50* suit you?");
});

test("a row that was answered stays where it stood when the page was opened", () => {
  const rows = [
    call({ outcome: "agreed" }),
    call({}, { id: "b", phone: null }),
    call({ outcome: "agreed" }, { id: "c" }),
  ];
  const begun = new Map<string, ListedCall["outcome"]>([
    ["a", "not-called"],
    ["b", "not-called"],
  ]);
  expect(
    groupsOf(rows, begun).map(({ name, calls }) => [name, calls.map(({ appointment }) => appointment.id)]),
  ).toEqual([
    ["to-make", ["a"]],
    ["no-phone-left", ["b"]],
    ["made", ["c"]],
  ]);
});
