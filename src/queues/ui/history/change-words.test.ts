import { expect, test } from "vitest";
import { QUEUE } from "../../../../test/queue.ts";
import type { RecordedChange } from "../../contract.ts";
import { changeWords } from "./change-words.ts";
import "../../../text/pages.ts";

const queue = { ...QUEUE, name: "Γρήγορη" };
/** The latter works there no more. */
const people = [
  { id: 7, name: "Άρης Καστανάς" },
  { id: 8, name: "Δανάη Περδίκη" },
];
const change = (act: RecordedChange["act"], details: object, id = "a"): RecordedChange => ({
  id,
  act,
  details,
  by: "Νεφέλη Λιμνιώτη",
  at: "2026-11-24T10:44:00+02:00",
});
const words = (...changes: RecordedChange[]) => changeWords(changes, [queue], people, "el");

test("who, when, what, and whose", () => {
  const row = { queue: 2, weekday: 2, opens_minute: 600, closes_minute: 720, valid: "[2026-11-24,2027-01-01)" };
  const changes = [{ table: "queue_hours", before: null, after: row }];
  expect(words(change("hours-changed", { changes, moved: 3, kept: 1, calls: 1 }))).toEqual([
    {
      id: "a",
      title: "Νέο ωράριο: Γρήγορη",
      isTakenBack: false,
      by: "24/11/2026, 10:44, διαχειριστής: Νεφέλη Λιμνιώτη",
      lines: [
        "Τρίτη 10:00–12:00 από 24/11/2026 έως 31/12/2026",
        "Μεταφέρθηκαν 3\u00a0ραντεβού",
        "Έμεινε στη θέση του 1\u00a0ραντεβού",
        "1\u00a0άτομο για κλήση",
      ],
    },
  ]);
});

test("hours of one day only name that day", () => {
  const row = { queue: 2, weekday: 2, opens_minute: 600, closes_minute: 720, valid: "[2026-11-24,2026-11-25)" };
  const changes = [{ table: "queue_hours", before: null, after: row }];
  expect(words(change("hours-changed", { changes }))[0]?.lines).toEqual(["Τρίτη 10:00–12:00 μόνο στις 24/11/2026"]);
});

test("a field with its former and its new content, a person by her name", () => {
  const before = { number: 2, name: "Ουρά 2", employee_id: null, slot_minutes: 15 };
  const changes = [{ table: "queue", before, after: { ...before, name: "Γρήγορη", employee_id: 7 } }];
  expect(words(change("queue-changed", { changes }))[0]?.lines).toEqual([
    "Όνομα: «Ουρά 2», τώρα «Γρήγορη»",
    "Υπάλληλος: «Δεν έχει οριστεί υπάλληλος», τώρα «Άρης Καστανάς»",
  ]);
});

test("hours that only went away say so, from when on; what a cut left of them is no change", () => {
  const row = { queue: 2, weekday: 3, opens_minute: 480, closes_minute: 900 };
  const changes = [
    { table: "queue_hours", before: { ...row, valid: "(,)" }, after: null },
    { table: "queue_hours", before: null, after: { ...row, valid: "(,2026-11-25)" } },
  ];
  expect(words(change("hours-changed", { changes }))[0]?.lines).toEqual([
    "Τετάρτη 08:00–15:00 από 25/11/2026: δεν ισχύει πια",
  ]);
});

test("a season takes the place of the hours that there are, on its dates only, weekday by weekday", () => {
  const row = (weekday: number) => ({ queue: 2, weekday, opens_minute: 480, closes_minute: 900 });
  const short = (weekday: number) => ({ ...row(weekday), closes_minute: 720, valid: "[2026-12-01,2027-01-01)" });
  const changes = [3, 1].flatMap((weekday) => [
    { table: "queue_hours", before: { ...row(weekday), valid: "(,)" }, after: null },
    { table: "queue_hours", before: null, after: { ...row(weekday), valid: "(,2026-12-01)" } },
    { table: "queue_hours", before: null, after: { ...row(weekday), valid: "[2027-01-01,)" } },
    { table: "queue_hours", before: null, after: short(weekday) },
  ]);
  expect(words(change("hours-changed", { changes }))[0]?.lines).toEqual([
    "Δευτέρα 08:00–15:00 από 01/12/2026 έως 31/12/2026: δεν ισχύει πια",
    "Δευτέρα 08:00–12:00 από 01/12/2026 έως 31/12/2026",
    "Τετάρτη 08:00–15:00 από 01/12/2026 έως 31/12/2026: δεν ισχύει πια",
    "Τετάρτη 08:00–12:00 από 01/12/2026 έως 31/12/2026",
  ]);
});

test("dates of activity that were cleared say so", () => {
  const row = { queue: 2, valid: "[2026-11-25,2026-11-28)", is_active: false };
  const changes = [{ table: "queue_activity", before: row, after: null }];
  expect(words(change("queue-activated", { changes }))[0]).toMatchObject({
    title: expect.stringContaining("Γρήγορη"),
    lines: ["Ανενεργή Τετ 25/11 – Παρ 27/11: δεν ισχύει πια"],
  });
});

test("a changed exception: which was, and which is now", () => {
  const old = {
    id: "x",
    queue: 2,
    kind: "closed",
    reason: "Άλλο",
    starts_at: "2026-11-25T08:00:00+00:00",
    ends_at: "2026-11-25T12:00:00+00:00",
  };
  const replaced = (after: object) => [
    { table: "exception", before: old, after: null },
    { table: "exception", before: null, after: { ...old, id: "y", ...after } },
  ];
  const lines = (after: object) => words(change("exception-changed", { changes: replaced(after) }))[0]?.lines;
  expect(lines({ ends_at: "2026-11-25T11:00:00+00:00" })).toEqual([
    "Ήταν: Τετ 25/11, 10:00–14:00: Άλλο",
    "Τώρα: Τετ 25/11, 10:00–13:00: Άλλο",
  ]);
  expect(lines({ queue: null, kind: "extra" })).toEqual([
    "Ήταν: Γρήγορη, Τετ 25/11, 10:00–14:00: Άλλο",
    "Τώρα: Όλο το ΚΕΠ, Επιπλέον ώρες, Τετ 25/11, 10:00–14:00: Άλλο",
  ]);
});

test("who has left the office since is still named", () => {
  const before = { number: 2, name: "Ουρά 2", employee_id: 8, slot_minutes: 15 };
  const changes = [
    { table: "queue", before, after: { ...before, employee_id: null } },
    { table: "queue_substitute", before: null, after: { queue: 2, date: "2026-11-25", employee_id: 8 } },
  ];
  expect(words(change("queue-changed", { changes }))[0]?.lines).toEqual([
    "Υπάλληλος: «Δανάη Περδίκη», τώρα «Δεν έχει οριστεί υπάλληλος»",
    "25/11/2026: Δανάη Περδίκη",
  ]);
});

test("what was taken back says so, and the taking back says of what", () => {
  const [undoing, undone] = words(
    change("rules-undone", { undoes: "a", restored: 0 }, "b"),
    change("queue-deactivated", { changes: [] }),
  );
  expect(undoing?.title).toBe("Αναίρεση: Απενεργοποίηση");
  expect(undone?.isTakenBack).toBe(true);
});

test("an exception by the clock of Athens, dates of activity and somebody else for a day", () => {
  const rows = [
    {
      table: "exception",
      before: null,
      after: {
        id: "x",
        queue: 2,
        starts_at: "2026-11-25T08:00:00+00:00",
        ends_at: "2026-11-25T12:00:00Z",
        reason: "Άλλο",
      },
    },
    { table: "queue_activity", before: null, after: { queue: 2, valid: "[2026-11-25,2026-11-28)", is_active: false } },
    { table: "queue_substitute", before: { queue: 2, date: "2026-11-25", employee_id: 7 }, after: null },
  ];
  expect(words(change("exception-added", { changes: rows }))[0]?.lines).toEqual([
    "Ανενεργή Τετ 25/11 – Παρ 27/11",
    "25/11/2026: όπως πάντα",
    "Τετ 25/11, 10:00–14:00: Άλλο",
  ]);
});
