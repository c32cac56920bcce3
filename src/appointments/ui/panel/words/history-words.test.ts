import { expect, test } from "vitest";
import type { Office } from "../../../../offices/contract.ts";
import { textIn } from "../../../../text/text.ts";
import { eventWords, type HistoryEvent } from "./history-words.ts";
import "../../../../text/beside.ts";

const office = {
  services: [{ code: "signature", name: "Βεβαίωση γνησίου υπογραφής", nameEn: "Certification" }],
  notOffered: [],
} as unknown as Office;
const wording = { t: textIn("el"), language: "el" as const, office, queueName: (queue: number) => `Ουρά ${queue}` };
const event = (more: Partial<HistoryEvent>): HistoryEvent => ({
  version: 2,
  kind: "changed",
  at: "2026-11-24T10:36:12+02:00",
  by: "Άρης Καστανάς",
  changes: [],
  undoes: null,
  fromPaper: null,
  ...more,
});

test("a move says from where to where", () => {
  const changes = [
    { field: "date", from: "2026-11-24", to: "2026-11-25" },
    { field: "queue", from: 1, to: 3 },
  ];
  expect(eventWords(event({ kind: "moved", changes }), [], wording)).toEqual({
    version: 2,
    title: "Μεταφορά",
    by: "24/11/2026, 10:36, χειριστής: Άρης Καστανάς",
    changes: ["Ημέρα: από «24/11/2026» σε «25/11/2026»", "Ουρά: από «Ουρά 1» σε «Ουρά 3»"],
  });
});

test("what was added or removed says so, and the inner workings stay silent", () => {
  const changes = [
    { field: "phone", from: null, to: "+306944123456" },
    { field: "notes", from: "με συνοδό", to: null },
    { field: "keptBy", from: null, to: 3 },
    { field: "status", from: "booked", to: "arrived" },
  ];
  expect(eventWords(event({ changes }), [], wording).changes.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
    "Τηλέφωνο: «694 412 3456»",
    "Σημειώσεις: αφαιρέθηκε «με συνοδό»",
  ]);
});

test("an undoing names what it took back; a citizen's own act has no operator", () => {
  const booked = event({ version: 1, kind: "booked", by: null });
  expect(eventWords(booked, [], wording).by).toBe("24/11/2026, 10:36, πολίτης από το διαδίκτυο");
  expect(eventWords(event({ version: 2, kind: "undone", undoes: 1 }), [booked], wording).title).toBe(
    "Αναίρεση: Καταχώριση",
  );
});

test("an act that was caught up from paper says when it happened, beside who recorded it when", () => {
  const words = eventWords(event({ kind: "arrived", fromPaper: "2026-11-24T09:00:00+02:00" }), [], wording);
  expect(words).toMatchObject({ title: "Προσέλευση στις\u00a009:00, από το χαρτί" });
  expect(words.by).toContain("10:36");
});

test("a name that was erased is said as that, by no citizen online, and with nothing of what was changed", () => {
  const left = [{ lastName: "", firstName: "", services: ["signature"] }];
  const erased = event({ by: null, changes: [{ field: "companions", from: left, to: [...left] }] });
  expect(eventWords(erased, [], wording)).toMatchObject({
    by: "24/11/2026, 10:36, σβήστηκε όνομα, όπως ζητήθηκε",
    changes: [],
  });
  expect(eventWords(event({ by: null }), [], wording).by).toContain("πολίτης από το διαδίκτυο");
});
