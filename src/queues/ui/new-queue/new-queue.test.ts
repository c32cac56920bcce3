import { expect, test } from "vitest";
import type { Queue, Queues } from "../../contract.ts";
import { weekTexts } from "../hours/hours-texts.ts";
import { newTimes } from "./new-queue-effect.ts";
import { newQueueFaults, newQueueRequestOf, newQueueTexts } from "./new-queue-texts.ts";
import "../../../text/pages.ts";

/** A Friday */
const TODAY = "2026-11-27";
const MORNING = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "12:00", from: null, to: null }));
const queue = (number: number, facts: Partial<Queue> = {}): Queue => ({
  number,
  name: `Ουρά ${number}`,
  isDefault: number === 1,
  active: true,
  public: false,
  archived: false,
  employee: null,
  slotMinutes: 15,
  arrow: null,
  version: 1,
  hours: MORNING,
  pastHours: [],
  activity: [],
  substitutes: [],
  ...facts,
});
const [nefeli, aris] = [
  { id: 1, name: "Νεφέλη Λιμνιώτη" },
  { id: 2, name: "Άρης Καστανάς" },
];
const page: Queues = {
  now: { date: TODAY, time: "10:10" },
  queues: [queue(1, { employee: nefeli })],
  exceptions: [],
  closings: [],
  employees: [nefeli, aris],
  publicBooking: true,
  online: [],
};
const texts = newQueueTexts(page, "Ουρά 2");
const faults = (change: object) =>
  newQueueFaults({ ...texts, ...change }, TODAY).map(({ field, code }) => [field, code]);

test("it begins with whoever has no queue yet, and like the default queue", () => {
  expect(texts).toMatchObject({ employee: "2", slotMinutes: "15", copy: "1", start: "now" });
  expect(newQueueRequestOf(texts, TODAY)).toEqual({
    name: "Ουρά 2",
    employee: 2,
    slotMinutes: 15,
    active: true,
    isPublic: false,
    hours: {
      from: TODAY,
      week: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ opens: "08:00", closes: "12:00" }]])),
    },
  });
  expect(
    newQueueTexts({ ...page, queues: [queue(1, { employee: nefeli }), queue(2, { employee: aris })] }, "x").employee,
  ).toBe("");
});

test("from another day its hours begin there; an inactive one is shown to nobody", () => {
  const later = { ...texts, start: "date", from: "2026-12-01", public: "yes" };
  expect(newQueueRequestOf(later, TODAY)).toMatchObject({
    hours: { from: "2026-12-01" },
    active: true,
    isPublic: true,
  });
  expect(newQueueRequestOf({ ...later, start: "off" }, TODAY)).toMatchObject({ active: false, isPublic: false });
});

test("what is missing is said where it is missing", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ name: "", ...weekTexts({}) })).toEqual([
    ["name", "queue-name-required"],
    ["start", "hours-required"],
  ]);
  expect(faults({ start: "off", ...weekTexts({}) })).toEqual([]);
  expect(faults({ start: "date", from: "" })).toEqual([["from", "date-required"]]);
  expect(faults({ start: "date", from: "2026-11-20" })).toEqual([["from", "date-past"]]);
  expect(faults(weekTexts({ 1: [{ opens: "12:00", closes: "9" }] }))).toEqual([["week.1.0", "hours-inverted"]]);
});

test("it opens what is left of today, and so many each day", () => {
  expect(newTimes(texts, page)).toEqual({ today: 7, week: 80, eachDay: 16 });
  expect(newTimes({ ...texts, slotMinutes: "x" }, page).week).toBe(0);
  const uneven = {
    ...texts,
    ...weekTexts({ 1: [{ opens: "08:00", closes: "09:00" }], 2: [{ opens: "08:00", closes: "10:00" }] }),
  };
  expect(newTimes(uneven, page)).toEqual({ today: 0, week: 12, eachDay: null });
});

test("less what closes the whole office today, but not one queue", () => {
  const closed = {
    id: "x",
    kind: "closed" as const,
    reason: "",
    series: null,
    version: 1,
    createdAt: "",
    createdBy: null,
  };
  const at = { from: `${TODAY}T11:00+02:00`, to: `${TODAY}T11:20+02:00` };
  const today = (of: number | null) =>
    newTimes(texts, { ...page, exceptions: [{ ...closed, ...at, queue: of }] }).today;
  expect([today(null), today(1)]).toEqual([5, 7]);
});
