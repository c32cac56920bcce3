import { expect, test } from "vitest";
import type { Queue, Queues } from "../../contract.ts";
import { hoursSentence } from "./hours-sentence.ts";
import { proposedQueueRequests, proposedQueues } from "./proposed-queues.ts";

const morning = [{ opens: "08:00", closes: "15:00" }];

test("hours in one sentence: neighbouring days alike in one, closed ones left out", () => {
  const short = [{ opens: "08:00", closes: "13:00" }];
  const workdays = { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning };
  expect(hoursSentence({ ...workdays, 6: short }, "el", "έως")).toBe(
    "Δευτέρα έως Παρασκευή 08:00–15:00, Σάββατο 08:00–13:00",
  );
  expect(hoursSentence({ 1: [...morning, { opens: "17:00", closes: "19:00" }], 3: short, 4: short }, "el", "έως")).toBe(
    "Δευτέρα 08:00–15:00 17:00–19:00, Τετάρτη, Πέμπτη 08:00–13:00",
  );
  expect(hoursSentence({}, "el", "έως")).toBe("");
});

const [rea, ilias, lydia] = ["Ρέα Νεοχωρίτη", "Ηλίας Θεμελιώτης", "Λυδία Αμμουδάρη"].map((name, index) => ({
  id: index + 1,
  name,
})) as [Queues["employees"][0], Queues["employees"][0], Queues["employees"][0]];
const first: Queue = {
  number: 1,
  name: "Ουρά 1",
  isDefault: true,
  active: true,
  public: false,
  archived: false,
  employee: rea,
  slotMinutes: 15,
  arrow: null,
  version: 1,
  pastHours: [],
  activity: [],
  substitutes: [],
  hours: [{ weekday: 1, opens: "08:00", closes: "15:00", from: null, to: null }],
};
const page: Queues = {
  now: { date: "2026-11-27", time: "10:00" },
  exceptions: [],
  closings: [],
  publicBooking: false,
  online: [],
  queues: [first, { ...first, number: 2, name: "Παλιά", isDefault: false, archived: true, employee: ilias }],
  employees: [ilias, lydia, rea],
};

test("each employee has the queue that is theirs, or the next number; what was put away counts for its number only", () => {
  expect(proposedQueues(page).map(({ employee, has, number }) => [employee.id, has ?? number])).toEqual([
    [2, 3],
    [3, 4],
    [1, "Ουρά 1"],
  ]);
});

test("what is made is like the default queue, and active from today", () => {
  expect(proposedQueueRequests(page, [2])).toMatchObject([
    { employee: 2, slotMinutes: 15, active: true, hours: { from: "2026-11-27", week: { "1": morning } } },
  ]);
});
