import { expect, test } from "vitest";
import { daysWithout, fillerOf, withheldAmong } from "./being-filled.ts";

const date = "2026-11-24";
const days = [
  {
    date,
    times: [
      { time: "11:15", queues: [1, 3] },
      { time: "11:20", queues: [3] },
    ],
  },
  { date: "2026-11-25", times: [{ time: "11:20", queues: [3] }] },
];
const filling = (isLater = false) => ({
  name: "Θάλεια Διπλαρίδου",
  place: { date, time: "11:20", queue: 3, minutes: 20 },
  isOwn: false,
  isLater,
});

test("what a colleague is filling in is not among the times, nor what would reach into it", () => {
  expect(daysWithout(days, [filling()], 15)).toEqual([
    { date, times: [{ time: "11:15", queues: [1] }] },
    { date: "2026-11-25", times: [{ time: "11:20", queues: [3] }] },
  ]);
});

test("whoever came to one's own place later takes nothing away", () => {
  expect(daysWithout(days, [filling(true)], 15)).toBe(days);
  expect(fillerOf({ date, time: "11:20", queue: 3 }, [filling(true)], 15)).toBe(null);
});

test("it is named who is filling a place in", () => {
  expect(fillerOf({ date, time: "11:30", queue: 3 }, [filling()], 15)?.name).toBe("Θάλεια Διπλαρίδου");
  expect(fillerOf({ date, time: "11:40", queue: 3 }, [filling()], 15)).toBe(null);
  expect(fillerOf({ date, time: "11:20", queue: 1 }, [filling()], 15)).toBe(null);
});

test("what is withheld is said where it would stand: until the list's end, or on the day and in the queue wished", () => {
  const until = (time: string) => withheldAmong([{ date, time, queue: 1 }], null, [filling()]);
  expect(until("11:30")).toHaveLength(1);
  expect(until("11:15")).toHaveLength(0);
  const wish = (queue: number | null, on = date) =>
    withheldAmong([], { date: on, time: null, queue, monday: "2026-11-23" }, [filling()]);
  expect(wish(null)).toHaveLength(1);
  expect(wish(1)).toHaveLength(0);
  expect(wish(null, "2026-11-25")).toHaveLength(0);
});
