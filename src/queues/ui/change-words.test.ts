import { expect, test } from "vitest";
import type { Queues } from "../contract.ts";
import { changeWords } from "./change-words.ts";
import type { RecordedChange } from "./queries.ts";

const queue = {
  ...{ number: 2, name: "Γρήγορη", isDefault: false, active: true, public: false, archived: false, employee: null },
  ...{ slotMinutes: 15, version: 1, hours: [], activity: [], substitutes: [] },
};
const queues: Queues = {
  ...{
    now: { date: "2026-11-24", time: "10:42" },
    queues: [queue],
    exceptions: [],
    closings: [],
    publicBooking: false,
  },
  employees: [{ id: 7, name: "Άρης Καστανάς" }],
};
const change = (act: RecordedChange["act"], details: object, id = "a"): RecordedChange => ({
  ...{ id, act, details, by: "Νεφέλη Λιμνιώτη", at: "2026-11-24T10:44:00+02:00" },
});
const words = (...changes: RecordedChange[]) => changeWords(changes, queues, "el");

test("who, when, what, and whose", () => {
  const row = { queue: 2, weekday: 2, opens_minute: 600, closes_minute: 720, valid: "[2026-11-24,2027-01-01)" };
  const changes = [{ table: "queue_hours", before: null, after: row }];
  expect(words(change("hours-changed", { changes, moved: 3, kept: 0, calls: 1 }))).toEqual([
    {
      ...{ id: "a", title: "Νέο ωράριο: Γρήγορη", isTakenBack: false },
      by: "24/11/2026, 10:44, διαχειριστής: Νεφέλη Λιμνιώτη",
      lines: ["Τρίτη 10:00–12:00 από 24/11/2026 έως 31/12/2026", "Μεταφέρθηκαν 3 ραντεβού", "1 άτομο για κλήση"],
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
    "Τετ 25/11, 10:00–14:00: Άλλο",
    "Ανενεργή Τετ 25/11 – Παρ 27/11",
    "25/11/2026: όπως πάντα",
  ]);
});
