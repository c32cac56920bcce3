import { expect, test } from "vitest";
import { QUEUE } from "../../../../test/queue.ts";
import type { Queue } from "../../contract.ts";
import { schedulesOf } from "./schedules.ts";

const TODAY = "2026-11-24";
const row = (weekday: number, opens: string, closes: string, from: string | null = null, to: string | null = null) => ({
  weekday,
  opens,
  closes,
  from,
  to,
});
const queue = (hours: Queue["hours"], pastHours: Queue["hours"] = []): Queue => ({
  ...QUEUE,
  hours,
  pastHours,
});
const dates = (given: Queue) => schedulesOf(given, TODAY).map(({ from, to }) => [from, to]);

test("a queue that is always the same has nothing to copy from another week", () => {
  expect(dates(queue([row(1, "08:00", "15:00"), row(3, "08:00", "15:00")]))).toEqual([]);
  expect(dates(queue([]))).toEqual([]);
});

test("a season to come, whole weekdays with what it leaves alone", () => {
  const coming = queue([
    row(1, "08:00", "15:00"),
    row(3, "08:00", "15:00", null, "2027-05-31"),
    row(3, "10:00", "12:00", "2027-06-01", "2027-08-31"),
    row(3, "08:00", "15:00", "2027-09-01"),
  ]);
  const [standing, summer, ...rest] = schedulesOf(coming, TODAY);
  expect(rest, "autumn is as the spring was").toEqual([]);
  expect(standing).toMatchObject({ from: null, to: "2027-05-31" });
  expect(summer).toEqual({
    from: "2027-06-01",
    to: "2027-08-31",
    week: {
      "1": [{ opens: "08:00", closes: "15:00" }],
      "2": [],
      "3": [{ opens: "10:00", closes: "12:00" }],
      "4": [],
      "5": [],
      "6": [],
      "7": [],
    },
  });
});

test("a season that is over can still be copied; of equal weeks the one that holds now stands for all", () => {
  const past = [row(1, "08:00", "15:00", null, "2026-05-31"), row(1, "09:00", "13:00", "2026-06-01", "2026-08-31")];
  expect(dates(queue([row(1, "08:00", "15:00", "2026-09-01")], past))).toEqual([
    ["2026-09-01", null],
    ["2026-06-01", "2026-08-31"],
  ]);
});

test("one day's own hours are no week, and a time without any hours is none either", () => {
  const oneDay = [row(3, "08:00", "15:00", "2026-10-01", "2026-11-24"), row(3, "08:00", "15:00", "2026-11-26")];
  expect(dates(queue([...oneDay, row(3, "10:00", "12:00", "2026-11-25", "2026-11-25")]))).toEqual([]);
});

test("weeks of which part is no longer known are left out", () => {
  const past = [row(1, "09:00", "13:00", null, "2025-11-20"), row(1, "10:00", "12:00", "2025-11-21", "2026-01-31")];
  expect(dates(queue([row(1, "08:00", "15:00", "2026-02-01")], past))).toEqual([
    ["2026-02-01", null],
    ["2025-11-21", "2026-01-31"],
  ]);
});
