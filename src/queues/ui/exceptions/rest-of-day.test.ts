import { expect, test } from "vitest";
import type { Day } from "../../../appointments/contract.ts";
import { restOfDay } from "./rest-of-day.ts";

const queue = (number: number, active: boolean, ...open: [string, string][]) => ({
  number,
  active,
  open: open.map(([from, to]) => ({ from, to })),
});
const day = (time: string, date = "2026-11-24") =>
  ({
    date,
    now: { date: "2026-11-24", time },
    queues: [
      queue(1, true, ["08:00", "15:00"]),
      queue(2, true, ["08:00", "12:00"], ["13:00", "14:00"]),
      queue(3, false, ["08:00", "20:00"]),
    ],
  }) as Day;

test.each([
  ["10:42", 1, { from: "10:42", to: "15:00" }],
  ["12:30", 2, { from: "12:30", to: "14:00" }],
  ["10:42", null, { from: "10:42", to: "15:00" }],
  ["14:00", 2, null],
])("at %s, queue %s", (time, number, rest) => {
  expect(restOfDay(day(time), number)).toEqual(rest);
});

test("another day has no rest", () => {
  expect(restOfDay(day("10:42", "2026-11-25"), 1)).toBeNull();
});
