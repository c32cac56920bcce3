import { expect, test } from "vitest";
import { nextFree, placeWished, queuesOn, timesFor } from "./other-time.ts";

const friday = {
  date: "2026-11-27",
  times: [
    { time: "09:00", queues: [1, 2] },
    { time: "09:20", queues: [3] },
    { time: "11:00", queues: [1] },
  ],
};

test("any queue has every time of the day, a queue only its own", () => {
  expect(timesFor(friday, null)).toEqual(["09:00", "09:20", "11:00"]);
  expect(timesFor(friday, 1)).toEqual(["09:00", "11:00"]);
  expect(queuesOn(friday)).toEqual([1, 2, 3]);
});

test("a wished time that is not free becomes the next free one, or the day's last", () => {
  expect(placeWished(friday, { date: "2026-11-27", time: "09:10", queue: 1 })).toEqual({
    date: "2026-11-27",
    time: "11:00",
    queue: 1,
  });
  expect(placeWished(friday, { date: "2026-11-27", time: "12:00", queue: null })?.time).toBe("11:00");
});

test("a day without times names the next that has one", () => {
  const saturday = { date: "2026-11-28", times: [] };
  const wish = { date: "2026-11-28", time: "09:00", queue: null };
  expect(placeWished(saturday, wish)).toBeNull();
  expect(nextFree([saturday, { date: "2026-11-30", times: [{ time: "08:00", queues: [2] }] }], wish)).toEqual({
    date: "2026-11-30",
    time: "08:00",
    queue: null,
  });
});
