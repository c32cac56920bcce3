import { expect, test } from "vitest";
import { textIn } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";
import { allTables } from "./all-tables.ts";
import "../../../text/pages.ts";

const none = { count: 0, median: null, nineOfTen: null };
const went: HowItWent = {
  from: "2026-11-23",
  to: "2026-11-29",
  days: 5,
  reliability: "reliable",
  completeness: { count: 9, of: 10, weeks: [], notStarted: 1, notCompleted: 0, atOnce: 0, fromPaper: 0 },
  onTime: { count: 0, of: 0 },
  waits: { appointment: none, lateAppointment: none, walkIn: { count: 3, median: 0, nineOfTen: 8 } },
  left: 0,
  turnedAway: 0,
  arrivals: 10,
  noShows: { all: { count: 0, of: 0 }, byLead: [], byChannel: [], unresolved: 0 },
  peak: { ...none, most: null },
  peaks: [{ date: "2026-11-24", most: 6, minutesAbove: 9 }],
  seats: { count: 4, above: { count: 1, median: 9, nineOfTen: 9 } },
  changes: [{ date: "2026-11-24", kind: "queue-opened", name: "Ουρά 4", queues: null, minutes: null }],
  halfHours: [
    { weekday: 2, halfHour: 18, waiting: 3 },
    { weekday: 2, halfHour: 20, waiting: 5 },
  ],
  capacity: { days: 0, openMinutes: 0, bookedMinutes: 0, servedMinutes: 0, overtime: none, tickets: 0 },
  thirdFree: { ...none, none: 0 },
  services: [],
  promises: { months: [], voices: null },
};
const t = textIn("el");
const rowsOf = (title: string, of: HowItWent) => allTables(of, t, "el").find((table) => table.title === title)?.rows;

test("each table has what was counted, zero as zero and what was not recorded as nothing", () => {
  expect(rowsOf("Περισσότεροι μαζί, ανά ημέρα", went)).toEqual([["Τρί 24/11", 6, 4, 9]]);
  expect(rowsOf("Τι άλλαξε στο μεταξύ", went)).toEqual([["①", "Τρί 24/11", "άρχισε η ουρά «Ουρά 4»"]]);
  const glance = rowsOf("Με μια ματιά", went);
  expect(glance).toContainEqual(["Αναμονή χωρίς ραντεβού", "λεπτά", 0, 8, 3]);
  expect(glance).toContainEqual(["Αναμονή με ραντεβού", "λεπτά", null, null, 0]);
  const halfHours = allTables(went, t, "el").find(({ columns }) => columns[0] === "Ώρα")?.rows;
  expect(halfHours, "also the half-hour between").toEqual([
    ["9:00", 3],
    ["9:30", 0],
    ["10:00", 5],
  ]);
});

test("what is missing comes to all that is not whole, also of days on which nobody told why", () => {
  expect(rowsOf("Τι λείπει", went)?.at(-1)).toEqual(["Σύνολο", 1, "9 πλήρεις και 1 ελλιπείς: 10"]);
  const earlier = rowsOf("Τι λείπει", { ...went, completeness: { ...went.completeness, notStarted: 0 } });
  expect(earlier?.slice(-2)).toEqual([
    ["Δεν ξέρουμε τι έλειπε", 1, ""],
    ["Σύνολο", 1, "9 πλήρεις και 1 ελλιπείς: 10"],
  ]);
});

test("what the page withholds is in no table: no crowd where much was not recorded", () => {
  const titles = allTables({ ...went, reliability: "incomplete" }, t, "el").map(({ title }) => title);
  expect(titles.filter((title) => /Περισσότεροι μαζί|μισάωρο/.test(title))).toEqual([]);
});
