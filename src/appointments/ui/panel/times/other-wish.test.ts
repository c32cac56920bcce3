import { expect, test } from "vitest";
import { changedWish, nextFree, placeWished, timesFor, wishFor } from "./other-wish.ts";

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
});

const monday = "2026-11-23";

test("a wished time that is not free becomes the next free one, or the day's last", () => {
  expect(placeWished(friday, { date: "2026-11-27", time: "09:10", queue: 1, monday })).toEqual({
    date: "2026-11-27",
    time: "11:00",
    queue: 1,
  });
  expect(placeWished(friday, { date: "2026-11-27", time: "12:00", queue: null, monday })?.time).toBe("11:00");
});

test("a time of any queue stands in the first one with room, and all of them will do; of no date there is none", () => {
  expect(placeWished(friday, { date: "2026-11-27", time: "09:00", queue: null, monday })).toEqual({
    date: "2026-11-27",
    time: "09:00",
    queue: 1,
    among: [1, 2],
  });
  expect(placeWished(friday, { date: "2026-11-27", time: "09:20", queue: null, monday })?.queue).toBe(3);
  expect(placeWished(undefined, { date: "", time: "09:20", queue: null, monday })).toBe(null);
});

test("a day without times names the next that has one in the wished queue", () => {
  const wish = { date: "2026-11-28", time: "09:00", queue: null, monday };
  const days = [
    { date: "2026-11-28", times: [] },
    { date: "2026-11-30", times: [{ time: "08:00", queues: [2] }] },
    { date: "2026-12-01", times: [{ time: "09:00", queues: [1] }] },
  ];
  expect(nextFree(days, wish)).toEqual({ date: "2026-11-30", time: "08:00" });
  expect(nextFree(days, { ...wish, queue: 1 })).toEqual({ date: "2026-12-01", time: "09:00" });
});

test("the weeks in view begin with the present one, and stay until another day is outside of them", () => {
  const wish = wishFor({ date: "2026-12-10", time: null, queue: null }, "2026-11-25");
  expect(wish.monday).toBe("2026-11-23");
  expect(changedWish(wish, { date: "2026-12-20" }).monday).toBe("2026-11-23");
  expect(changedWish(wish, { date: "2026-12-21" }).monday).toBe("2026-12-21");
  expect(changedWish(wish, { date: "" }).monday).toBe("2026-11-23");
});
