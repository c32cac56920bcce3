import { expect, test } from "vitest";
import { counterSlots } from "./counter.ts";

const now = { date: "2026-11-24", time: "10:42" };
const queues = [
  { number: 1, slotMinutes: 15 },
  { number: 2, slotMinutes: 10 },
  { number: 3, slotMinutes: 15 },
];
const days = [
  {
    date: "2026-11-24",
    times: [
      { time: "10:15", queues: [1] },
      { time: "10:30", queues: [1, 2] },
      { time: "10:45", queues: [1, 3] },
      { time: "10:50", queues: [2] },
    ],
  },
  { date: "2026-11-25", times: [{ time: "08:00", queues: [1, 2, 3] }] },
];
const shown = (wanted: number[], of = days) =>
  counterSlots(of, now, { queues, wanted }).map(({ time, queue }) => `${time} ${queue}`);

test("the running slot of the wanted queue comes first, then the soonest of the others", () => {
  expect(shown([1])).toEqual(["10:30 1", "10:45 3", "10:50 2"]);
  expect(shown([3, 1])).toEqual(["10:45 3", "10:30 1", "10:50 2"]);
});

test("without a wish, whichever is soonest", () => {
  expect(shown([])).toEqual(["10:30 1", "10:45 3", "10:50 2"]);
});

test("a slot that has ended is none, though a long visit begun in it would still run", () => {
  expect(shown([2])[0]).toBe("10:50 2");
});

test("a wanted queue without room today makes way for the next wish", () => {
  expect(shown([9, 2])[0]).toBe("10:50 2");
});

test("no room today is no slot, whatever tomorrow has", () => {
  expect(shown([1], days.slice(1))).toEqual([]);
  expect(shown([1], [])).toEqual([]);
});
