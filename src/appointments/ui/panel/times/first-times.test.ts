import { describe, expect, test } from "vitest";
import { earliestOffered, firstOn, firstTimes, isOffered, nearItsTime, nearTimes } from "./first-times.ts";

const days = [
  {
    date: "2026-11-24",
    times: [
      { time: "10:45", queues: [2] },
      { time: "11:30", queues: [1, 3] },
      { time: "11:40", queues: [3] },
    ],
  },
  { date: "2026-11-25", times: [{ time: "08:15", queues: [1] }] },
  { date: "2026-11-26", times: [{ time: "08:00", queues: [2] }] },
];
const now = { date: "2026-11-24", time: "10:42" };

describe("the first time offered", () => {
  test("lies half an hour ahead for who calls", () => {
    expect(earliestOffered(now, 30, "phone")).toEqual({ date: "2026-11-24", time: "11:12" });
  });

  test("may be the running slot for who stands at the counter", () => {
    expect(firstTimes(days, earliestOffered(now, 30, "in-person"))[0]).toEqual({
      date: "2026-11-24",
      time: "10:45",
      queue: 2,
    });
  });

  test("lies in the next day when the lead time passes midnight", () => {
    expect(earliestOffered({ date: "2026-11-24", time: "23:50" }, 30, "email")).toEqual({
      date: "2026-11-25",
      time: "00:20",
    });
  });
});

describe("the first free times", () => {
  test("are four, over several days, each in its first queue", () => {
    expect(firstTimes(days, earliestOffered(now, 30, "phone"))).toEqual([
      { date: "2026-11-24", time: "11:30", queue: 1 },
      { date: "2026-11-24", time: "11:40", queue: 3 },
      { date: "2026-11-25", time: "08:15", queue: 1 },
      { date: "2026-11-26", time: "08:00", queue: 2 },
    ]);
  });

  test("begin on the day in view, from its morning", () => {
    const earliest = earliestOffered(now, 30, "phone");
    expect(firstTimes(days, firstOn("2026-11-25", earliest))[0]).toEqual({
      date: "2026-11-25",
      time: "08:15",
      queue: 1,
    });
  });

  test("begin with the time it takes to come when the day in view is today, or when that time passes midnight", () => {
    expect(firstOn("2026-11-24", earliestOffered(now, 30, "phone"))).toEqual({ date: "2026-11-24", time: "11:12" });
    const late = earliestOffered({ date: "2026-11-24", time: "23:50" }, 30, "phone");
    expect(firstOn("2026-11-25", late)).toEqual({ date: "2026-11-25", time: "00:20" });
  });

  test("start with the slot that was clicked, and do not repeat it", () => {
    const clicked = { date: "2026-11-24", time: "11:40", queue: 3 };
    const times = firstTimes(days, earliestOffered(now, 30, "phone"), [clicked]);
    expect(times.map(({ time }) => time)).toEqual(["11:40", "11:30", "08:15", "08:00"]);
  });
});

test("a place is offered in the queues that have room then", () => {
  expect(isOffered(days, { date: "2026-11-24", time: "11:30", queue: 3 })).toBe(true);
  expect(isOffered(days, { date: "2026-11-24", time: "11:30", queue: 2 })).toBe(false);
});

describe("the times for whoever gets another place", () => {
  const times = ["08:00", "09:00", "11:15", "11:45", "14:00"].map((time) => ({ time, queues: [1] }));
  const later = { date: "2026-11-26", times: [{ time: "08:00", queues: [1] }] };
  const week = [{ date: "2026-11-25", times }, later];
  const near = { date: "2026-11-25", time: "11:30" };
  const present = { ...near, queue: 1 };
  const at = (slots: { date: string; time: string }[]) => slots.map(({ date, time }) => `${date.slice(8)} ${time}`);

  test("are the nearest of their own day, in the order of time, behind their present one", () => {
    expect(at(nearTimes(week, near, now, [present]))).toEqual(["25 11:30", "25 09:00", "25 11:15", "25 11:45"]);
  });

  test("go on with the next days where their own has too few", () => {
    const few = [{ date: "2026-11-25", times: times.slice(0, 1) }, later];
    expect(at(nearTimes(few, near, now, [present]))).toEqual(["25 11:30", "25 08:00", "26 08:00"]);
  });

  test("are none that is over, nor of a day before theirs", () => {
    const today = { date: "2026-11-24", time: "11:00" };
    expect(at(nearTimes(days, { date: today.date, time: "11:30" }, today))).toEqual([
      "24 11:30",
      "24 11:40",
      "25 08:15",
      "26 08:00",
    ]);
    expect(at(nearTimes(days, { date: "2026-11-26", time: "08:00" }, today))).toEqual(["26 08:00"]);
  });

  test("begin with their day, and with today where that is over", () => {
    expect(nearItsTime(near, now)).toEqual({ near, from: near.date });
    expect(nearItsTime({ date: "2026-11-20", time: "09:00" }, now).from).toBe(now.date);
  });
});
